package io.seikyu.command.contract;

import io.seikyu.command.bank.BankAccountState;
import io.seikyu.command.bank.BankAccounts;
import io.seikyu.contract.id.ContractId;
import java.time.LocalDate;
import java.util.Optional;

/** Up to which day the bank's data say what came in under a contract; one without a collection account waits for no bank. */
public record CollectionData(Contracts contracts, BankAccounts bankAccounts) {
    /** @return at most {@code today} */
    public LocalDate through(ContractId contract, LocalDate today) {
        return account(contract)
                .map(account -> account.covered() == null ? LocalDate.MIN : account.covered())
                .filter(covered -> covered.isBefore(today))
                .orElse(today);
    }

    private Optional<BankAccountState> account(ContractId contract) {
        return contracts
                .find(contract)
                .map(found -> found.latest().collectionAccountId())
                .flatMap(account -> bankAccounts.collecting(contract.tenant(), account));
    }
}
