package io.seikyu.command.contract;

import io.seikyu.contract.id.ContractId;
import java.util.Optional;

/** The contracts on file, to be looked at and not to be changed. */
@FunctionalInterface
public interface Contracts {
    Optional<ContractHistory> find(ContractId id);
}
