package io.seikyu.query.reminder;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.DunningEvent.ContactEnded;
import io.seikyu.contract.dunning.DunningEvent.ContactPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderAgreed;
import io.seikyu.contract.dunning.DunningEvent.ReminderCalled;
import io.seikyu.contract.dunning.DunningEvent.ReminderEdited;
import io.seikyu.contract.dunning.DunningEvent.ReminderFailed;
import io.seikyu.contract.dunning.DunningEvent.ReminderInDoubt;
import io.seikyu.contract.dunning.DunningEvent.ReminderNotSent;
import io.seikyu.contract.dunning.DunningEvent.ReminderPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderQueued;
import io.seikyu.contract.dunning.DunningEvent.ReminderRejected;
import io.seikyu.contract.dunning.DunningEvent.ReminderSent;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.DunningEvent.ReminderWithdrawn;
import io.seikyu.contract.dunning.DunningEvent.ReminderWrongInHindsight;
import io.seikyu.contract.dunning.DunningEvent.SuppressionLifted;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.query.reminder.ReminderView.Call;
import io.seikyu.query.reminder.ReminderView.State;
import io.seikyu.query.reminder.ReminderView.Text;
import java.util.List;
import java.util.Map;

/** Contacts with payers (督促): why each is made, what it says, and what became of it. */
public final class ReminderProjection implements Projection<ReminderView> {
    static final String STATE = "state";
    static final String ACCOUNT = "accountId";
    static final String INVOICES = "invoices";
    /** The day on which the payer was contacted; empty while it was not. */
    static final String SENT_ON = "sentOn";

    private static final Folds<ReminderView> FOLDS = new Folds<ReminderView>()
            .startingWith(ReminderPlanned.class, ReminderProjection::planned)
            .on(ReminderAgreed.class, (view, event, recorded) -> view.agreed(event.approver(), recorded.at()))
            .on(ReminderEdited.class, (view, event, recorded) -> view.edited(event.subject(), event.body()))
            .on(ReminderRejected.class, (view, event, recorded) -> view.with(State.REJECTED, recorded.at()))
            .on(ReminderQueued.class, ReminderProjection::queued)
            .on(ReminderSent.class, (view, event, recorded) -> view.with(State.SENT, event.at()))
            .on(ReminderCalled.class, ReminderProjection::called)
            .on(ReminderInDoubt.class, (view, event, recorded) -> view.with(State.IN_DOUBT, recorded.at()))
            .on(ReminderNotSent.class, (view, event, recorded) -> view.with(State.QUEUED, recorded.at()))
            .on(ReminderFailed.class, (view, event, recorded) -> view.with(State.FAILED, recorded.at()))
            .on(ReminderWithdrawn.class, (view, event, recorded) -> view.withdrawn(event.reasons(), recorded.at()))
            .on(ReminderWrongInHindsight.class, (view, event, recorded) -> view.wrong())
            .ignoring(ReminderSuppressed.class, SuppressionLifted.class, ContactPlanned.class, ContactEnded.class);

    @Override
    public String name() {
        return "reminder";
    }

    @Override
    public int revision() {
        return 4;
    }

    @Override
    public String streamType() {
        return "reminder";
    }

    @Override
    public Class<ReminderView> view() {
        return ReminderView.class;
    }

    @Override
    public Folds<ReminderView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(ReminderView view) {
        return Map.of(
                STATE,
                view.state().name(),
                ACCOUNT,
                view.accountId(),
                INVOICES,
                view.items().stream().map(item -> item.invoiceId()).toList(),
                SENT_ON,
                view.state() == State.SENT ? BusinessDay.of(view.at()).toString() : "");
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(STATE), List.of(ACCOUNT), List.of(INVOICES), List.of(SENT_ON));
    }

    private static ReminderView planned(ReminderPlanned event, Recorded recorded) {
        return new ReminderView(
                event.reminderId(),
                event.clientId(),
                event.accountId(),
                event.needs().isEmpty() ? State.PLANNED : State.AWAITING_APPROVAL,
                event.stage(),
                event.channel(),
                event.tone(),
                event.segment(),
                event.neutral(),
                event.items(),
                event.newDate(),
                event.needs(),
                event.reasons(),
                event.policyVersion(),
                event.plannedAt(),
                recorded.at(),
                null,
                List.of(),
                List.of(),
                false);
    }

    private static ReminderView called(ReminderView view, ReminderCalled event, Recorded recorded) {
        return view.and(new Call(
                event.outcome(), event.at(), recorded.actor(), event.spokeWith(), event.note(), event.callBackAt()));
    }

    private static ReminderView queued(ReminderView view, ReminderQueued event, Recorded recorded) {
        Text text = new Text(event.subject(), event.body(), event.messageId(), event.templates());
        return view.queued(text, event.newDate(), recorded.at());
    }
}
