package io.seikyu.query.approval;

import io.seikyu.contract.approval.ApprovalEvent.ApprovalCarriedOut;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalExpired;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalGranted;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalNotCarriedOut;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalRejected;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalRequested;
import io.seikyu.contract.approval.ApprovalEvent.ApprovalWithdrawn;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.query.approval.ApprovalView.End;
import io.seikyu.query.approval.ApprovalView.NotDone;
import io.seikyu.query.approval.ApprovalView.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What waits for a person's yes (承認), and what came of it. */
public final class ApprovalProjection implements Projection<ApprovalView> {
    static final String STATE = "state";
    static final String KIND = "kind";
    static final String DECIDER = "decider";
    static final String ABOUT = "about";
    static final String ACCOUNT = "accountId";

    private static final Folds<ApprovalView> FOLDS = new Folds<ApprovalView>()
            .startingWith(ApprovalRequested.class, ApprovalProjection::requested)
            .on(
                    ApprovalGranted.class,
                    (view, event, recorded) -> view.ended(State.GRANTED, end(true, event.reason(), recorded)))
            .on(
                    ApprovalRejected.class,
                    (view, event, recorded) -> view.ended(State.REJECTED, end(false, event.reason(), recorded)))
            .on(
                    ApprovalWithdrawn.class,
                    (view, event, recorded) -> view.ended(State.WITHDRAWN, end(false, event.reason(), recorded)))
            .on(
                    ApprovalExpired.class,
                    (view, event, recorded) -> view.ended(State.EXPIRED, new End(false, recorded.at(), null, null)))
            .on(ApprovalCarriedOut.class, (view, event, recorded) -> view.done())
            .on(
                    ApprovalNotCarriedOut.class,
                    (view, event, recorded) -> view.notDone(new NotDone(event.code(), event.why())));

    @Override
    public String name() {
        return "approval";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "approval";
    }

    @Override
    public Class<ApprovalView> view() {
        return ApprovalView.class;
    }

    @Override
    public Folds<ApprovalView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(ApprovalView view) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(STATE, view.state().name());
        fields.put(KIND, view.kind().name());
        fields.put(DECIDER, view.decider().name());
        fields.put(ABOUT, view.about());
        fields.put(ACCOUNT, view.accountId());
        return fields;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(STATE, KIND), List.of(ABOUT), List.of(ACCOUNT));
    }

    private static ApprovalView requested(ApprovalRequested event, Recorded recorded) {
        Map<String, String> facts = new TreeMap<>(event.facts());
        if (event.personal() != null) {
            facts.putAll(event.personal());
        }
        return new ApprovalView(
                event.approvalId(),
                event.clientId(),
                event.kind(),
                event.decider(),
                State.WAITING,
                event.about(),
                event.accountId(),
                event.reason(),
                facts,
                recorded.actor(),
                recorded.at(),
                event.involved(),
                event.expiresOn(),
                "POST /v1/approvals/" + event.approvalId() + "/decision",
                null,
                null);
    }

    private static End end(boolean approved, String reason, Recorded recorded) {
        return new End(approved, recorded.at(), recorded.actor(), reason);
    }
}
