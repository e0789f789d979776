package io.seikyu.command.contract;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.contract.ContractEvent.StandingApprovalGranted;
import io.seikyu.contract.contract.ContractEvent.StandingApprovalRevoked;
import io.seikyu.contract.dunning.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the client company agreed to beforehand, so that nobody has to ask for each reminder. */
public record StandingApprovals(List<Standing> all) {
    static final StandingApprovals NONE = new StandingApprovals(List.of());

    /** @param until the last day on which it counts */
    public record Standing(String id, Stage upToStage, LocalDate until, boolean revoked) {
        boolean countsOn(LocalDate day) {
            return !revoked && !day.isAfter(until);
        }
    }

    /** The highest stage that is agreed to on {@code day}, or null. */
    Stage upTo(LocalDate day) {
        return all.stream()
                .filter(standing -> standing.countsOn(day))
                .map(Standing::upToStage)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    void refuseTaken(String id) {
        if (all.stream().anyMatch(standing -> standing.id().equals(id))) {
            throw Refusal.conflict("already-exists", "there is standing approval '" + id + "' already");
        }
    }

    /** @throws Refusal when there is none of this id */
    Standing get(String id) {
        return all.stream()
                .filter(standing -> standing.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.notFound("standing-approval-not-found", "there is no standing approval '" + id + "'"));
    }

    StandingApprovals and(StandingApprovalGranted event) {
        List<Standing> more = new ArrayList<>(all);
        more.add(new Standing(event.standingApprovalId(), event.upToStage(), event.until(), false));
        return new StandingApprovals(List.copyOf(more));
    }

    StandingApprovals without(StandingApprovalRevoked event) {
        return new StandingApprovals(all.stream()
                .map(standing -> standing.id().equals(event.standingApprovalId())
                        ? new Standing(standing.id(), standing.upToStage(), standing.until(), true)
                        : standing)
                .toList());
    }
}
