package io.seikyu.contract.contract;

import io.seikyu.contract.Event;
import java.time.LocalDate;

/** The life of a contract (契約). */
public sealed interface ContractEvent extends Event {
    String clientId();

    String contractId();

    record ContractConcluded(String clientId, String contractId, ContractTerms terms) implements ContractEvent {}

    /** From {@code effectiveFrom} on {@code terms} hold; earlier transactions keep the version of their day. */
    record ContractAmended(
            String clientId, String contractId, LocalDate effectiveFrom, String reason, ContractTerms terms)
            implements ContractEvent {}

    /** {@code lastDay} is the last day on which the contract is in force. */
    record ContractTerminated(String clientId, String contractId, LocalDate lastDay, String reason)
            implements ContractEvent {}
}
