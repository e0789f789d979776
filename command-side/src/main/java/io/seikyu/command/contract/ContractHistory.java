package io.seikyu.command.contract;

import io.seikyu.command.decision.Effective;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.dunning.Stage;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every version of a contract (契約) and its end.
 *
 * @param lastDay  the last day on which it is in force, or null while nobody terminated it
 * @param standing what the client company agreed to beforehand
 */
public record ContractHistory(
        String contractId, Effective<ContractTerms> versions, LocalDate lastDay, StandingApprovals standing) {

    public ContractHistory(String contractId, Effective<ContractTerms> versions, LocalDate lastDay) {
        this(contractId, versions, lastDay, StandingApprovals.NONE);
    }

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

    /** The day since which one of its terms is what it is; empty when it was never another. */
    public <T> Optional<LocalDate> since(Function<ContractTerms, T> term) {
        return versions.since(term);
    }

    /** @throws Refusal when there is a later version already, or the contract has ended by then */
    public void refuseUnlessAmendable(LocalDate from) {
        versions.refuseBeforeLatest(from);
        if (lastDay != null && from.isAfter(lastDay)) {
            throw Refusal.conflict("contract-terminated", "the contract ends on " + lastDay);
        }
    }

    ContractHistory amended(LocalDate from, ContractTerms terms) {
        return new ContractHistory(contractId, versions.with(from, terms), lastDay, standing);
    }

    ContractHistory terminated(LocalDate day) {
        return new ContractHistory(contractId, versions, day, standing);
    }

    ContractHistory with(StandingApprovals next) {
        return new ContractHistory(contractId, versions, lastDay, next);
    }

    /** Up to which stage the payer may be reminded on {@code day} without asking the client company, or null. */
    public Stage agreedUpTo(LocalDate day) {
        return standing.upTo(day);
    }
}
