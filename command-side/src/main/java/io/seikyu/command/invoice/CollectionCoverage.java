package io.seikyu.command.invoice;

import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.contract.CollectionData;
import io.seikyu.command.contract.Contracts;
import java.time.LocalDate;

/** As the data of the contract's collection account says; a contract without one waits for no bank. */
public record CollectionCoverage(Contracts contracts, BankAccounts bankAccounts) implements BankCoverage {
    @Override
    public boolean reaches(InvoiceState invoice, LocalDate day) {
        return !new CollectionData(contracts, bankAccounts)
                .through(invoice.clientId(), invoice.document().contractId(), day)
                .isBefore(day);
    }
}
