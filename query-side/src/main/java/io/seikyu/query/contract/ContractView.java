package io.seikyu.query.contract;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.projection.Dated;
import java.time.LocalDate;
import java.util.List;

/**
 * A contract with every version of its terms.
 *
 * @param termination absent while nobody terminated it
 */
public record ContractView(
        String clientId, String contractId, List<Dated<ContractTerms>> versions, Termination termination) {

    /** @param lastDay the last day on which the contract is in force */
    public record Termination(LocalDate lastDay, String reason, String by) {}
}
