package io.seikyu.contract.contract;

import io.seikyu.contract.Amendment;
import io.seikyu.contract.Command;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.id.ContractId;
import java.time.LocalDate;

/** What can be asked of a contract. */
public sealed interface ContractCommand extends Command {
    @Override
    ContractId target();

    record ConcludeContract(ContractId target, ContractTerms terms) implements ContractCommand {}

    record AmendContract(ContractId target, LocalDate effectiveFrom, String reason, Amendment<ContractTerms> changes)
            implements ContractCommand {}

    record TerminateContract(ContractId target, LocalDate lastDay, String reason) implements ContractCommand {}

    /**
     * @param until    the last day on which it counts
     * @param byClient whether a person of the client company asks
     */
    record GrantStandingApproval(
            ContractId target, String standingApprovalId, Stage upToStage, LocalDate until, boolean byClient)
            implements ContractCommand {}

    /** @param byClient whether a person of the client company asks */
    record RevokeStandingApproval(ContractId target, String standingApprovalId, boolean byClient)
            implements ContractCommand {}
}
