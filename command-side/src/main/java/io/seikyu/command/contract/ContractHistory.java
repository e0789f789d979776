package io.seikyu.command.contract;

import io.seikyu.command.decision.Effective;
import io.seikyu.contract.contract.ContractTerms;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Every version of a contract (契約) and its end.
 *
 * @param lastDay the last day on which it is in force, or null while nobody terminated it
 */
public record ContractHistory(String contractId, Effective<ContractTerms> versions, LocalDate lastDay) {

    /** The version that is in force on {@code date}; empty before the contract began and after it ended. */
    public Optional<ContractTerms> inForceOn(LocalDate date) {
        if (lastDay != null && date.isAfter(lastDay)) {
            return Optional.empty();
        }
        return versions.on(date).filter(terms -> terms.effectiveTo() == null || !date.isAfter(terms.effectiveTo()));
    }

    public String accountId() {
        return versions.first().value().accountId();
    }

    public ContractTerms latest() {
        return versions.latest().value();
    }

    ContractHistory amended(LocalDate from, ContractTerms terms) {
        return new ContractHistory(contractId, versions.with(from, terms), lastDay);
    }

    ContractHistory terminated(LocalDate day) {
        return new ContractHistory(contractId, versions, day);
    }
}
