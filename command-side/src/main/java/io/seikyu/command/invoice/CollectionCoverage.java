package io.seikyu.command.invoice;

import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.contract.CollectionData;
import io.seikyu.command.contract.Contracts;
import io.seikyu.contract.id.ContractId;
import java.time.LocalDate;

/** As the data of the contract's collection account says; a contract without one waits for no bank. */
public record CollectionCoverage(Contracts contracts, BankAccounts bankAccounts) implements BankCoverage {
    @Override
    public boolean reaches(InvoiceState invoice, LocalDate day) {
        ContractId contract =
                new ContractId(invoice.clientId(), invoice.document().contractId());
        return !new CollectionData(contracts, bankAccounts)
                .through(contract, day)
                .isBefore(day);
    }
}
