package io.seikyu.command.invoice;

import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.contract.Contracts;
import io.seikyu.contract.id.ContractId;
import java.time.LocalDate;

/** As the data of the contract's collection account says; a contract without one waits for no bank. */
public record CollectionCoverage(Contracts contracts, BankAccounts bankAccounts) implements BankCoverage {
    @Override
    public boolean reaches(InvoiceState invoice, LocalDate day) {
        String clientId = invoice.clientId();
        return contracts
                .find(new ContractId(clientId, invoice.document().contractId()))
                .map(contract -> contract.latest().collectionAccountId())
                .flatMap(account -> bankAccounts.collecting(clientId, account))
                .map(account -> account.covered() != null && !account.covered().isBefore(day))
                .orElse(true);
    }
}
