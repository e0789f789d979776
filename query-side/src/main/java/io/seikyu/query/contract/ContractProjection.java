package io.seikyu.query.contract;

import io.seikyu.contract.contract.ContractEvent.ContractAmended;
import io.seikyu.contract.contract.ContractEvent.ContractConcluded;
import io.seikyu.contract.contract.ContractEvent.ContractTerminated;
import io.seikyu.contract.contract.ContractEvent.StandingApprovalGranted;
import io.seikyu.contract.contract.ContractEvent.StandingApprovalRevoked;
import io.seikyu.projection.Dated;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.query.contract.ContractView.Standing;
import io.seikyu.query.contract.ContractView.Termination;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Contracts (契約) between client companies and payers, with all versions of their terms. */
public final class ContractProjection implements Projection<ContractView> {
    static final String ACCOUNT = "accountId";

    private static final Folds<ContractView> FOLDS = new Folds<ContractView>()
            .startingWith(ContractConcluded.class, ContractProjection::concluded)
            .on(ContractAmended.class, ContractProjection::amended)
            .on(ContractTerminated.class, ContractProjection::terminated)
            .on(StandingApprovalGranted.class, ContractProjection::granted)
            .on(StandingApprovalRevoked.class, ContractProjection::revoked);

    @Override
    public String name() {
        return "contract";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public String streamType() {
        return "contract";
    }

    @Override
    public Class<ContractView> view() {
        return ContractView.class;
    }

    @Override
    public Folds<ContractView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(ContractView view) {
        return Map.of(
                ACCOUNT,
                view.versions().stream()
                        .map(version -> version.content().accountId())
                        .distinct()
                        .toList());
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(ACCOUNT));
    }

    private static ContractView concluded(ContractConcluded event, Recorded recorded) {
        return new ContractView(
                event.clientId(), event.contractId(), Dated.first(event.terms(), recorded), null, List.of());
    }

    private static ContractView amended(ContractView view, ContractAmended event, Recorded recorded) {
        return new ContractView(
                view.clientId(),
                view.contractId(),
                Dated.and(view.versions(), event.effectiveFrom(), event.reason(), event.terms(), recorded),
                view.termination(),
                view.standingApprovals());
    }

    private static ContractView terminated(ContractView view, ContractTerminated event, Recorded recorded) {
        return new ContractView(
                view.clientId(),
                view.contractId(),
                view.versions(),
                new Termination(event.lastDay(), event.reason(), recorded.actor()),
                view.standingApprovals());
    }

    private static ContractView granted(ContractView view, StandingApprovalGranted event, Recorded recorded) {
        List<Standing> all = new ArrayList<>(view.standingApprovals());
        all.add(new Standing(
                event.standingApprovalId(),
                event.upToStage(),
                event.until(),
                recorded.at(),
                recorded.actor(),
                null,
                null));
        return view.with(List.copyOf(all));
    }

    private static ContractView revoked(ContractView view, StandingApprovalRevoked event, Recorded recorded) {
        return view.with(view.standingApprovals().stream()
                .map(standing -> standing.standingApprovalId().equals(event.standingApprovalId())
                        ? standing.revoked(recorded.at(), recorded.actor())
                        : standing)
                .toList());
    }
}
