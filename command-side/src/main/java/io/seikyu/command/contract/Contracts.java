package io.seikyu.command.contract;

import io.seikyu.command.store.OnFile;
import io.seikyu.contract.id.ContractId;
import java.util.Optional;

/** The contracts on file, to be looked at and not to be changed. */
@FunctionalInterface
public interface Contracts {
    Optional<ContractHistory> find(ContractId id);

    static Contracts of(OnFile<Contract> contracts) {
        return id -> contracts.find(id.toString()).map(Contract::history);
    }
}
