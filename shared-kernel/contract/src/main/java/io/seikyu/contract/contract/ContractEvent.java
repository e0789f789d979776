package io.seikyu.contract.contract;

import io.seikyu.contract.Event;
import io.seikyu.contract.dunning.Stage;
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

    /**
     * The client company agrees beforehand that its payer is reminded up to a stage (包括承認).
     *
     * @param until the last day on which it counts
     */
    record StandingApprovalGranted(
            String clientId, String contractId, String standingApprovalId, Stage upToStage, LocalDate until)
            implements ContractEvent {}

    /** The client company wants to be asked again. */
    record StandingApprovalRevoked(String clientId, String contractId, String standingApprovalId)
            implements ContractEvent {}
}
