package io.seikyu.contract.contract;

import io.seikyu.contract.Amendment;
import io.seikyu.contract.Command;
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
}
