package io.seikyu.command.invoice;

import io.seikyu.command.contract.CollectionData;
import io.seikyu.command.credit.Overdue;
import io.seikyu.command.store.OnFile;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.id.InvoiceId;
import java.time.LocalDate;

/** As the bank's data and the invoices' deliveries say. */
public record OverdueFacts(CollectionData bank, OnFile<Invoice> invoices) implements Overdue.Facts {
    @Override
    public LocalDate knownThrough(ContractId contract, LocalDate today) {
        return bank.through(contract, today);
    }

    @Override
    public LocalDate reachedOn(InvoiceId invoice) {
        return invoices.find(invoice.toString())
                .map(found -> found.state().deliveries().reachedOn())
                .orElse(null);
    }
}
