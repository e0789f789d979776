package io.seikyu.query.contract;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.projection.Dated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract with every version of its terms.
 *
 * @param termination       absent while nobody terminated it
 * @param standingApprovals what the client company agreed to beforehand, in order
 */
public record ContractView(
        String clientId,
        String contractId,
        List<Dated<ContractTerms>> versions,
        @Nullable Termination termination,
        List<Standing> standingApprovals) {

    /**
     * That the payer is reminded up to a stage without asking each time.
     *
     * @param until     the last day on which it counts
     * @param by        the key of whoever agreed
     * @param revokedAt absent while it was not taken back
     * @param revokedBy the key of whoever took it back
     */
    public record Standing(
            String standingApprovalId,
            Stage upToStage,
            LocalDate until,
            Instant at,
            @Nullable String by,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy) {
        Standing revoked(Instant when, @Nullable String who) {
            return new Standing(standingApprovalId, upToStage, until, at, by, when, who);
        }
    }

    ContractView with(List<Standing> next) {
        return new ContractView(clientId, contractId, versions, termination, next);
    }

    /** @param lastDay the last day on which the contract is in force */
    public record Termination(LocalDate lastDay, String reason, String by) {}
}
