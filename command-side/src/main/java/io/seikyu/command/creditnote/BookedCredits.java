package io.seikyu.command.creditnote;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.invoice.Credit;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.InvoiceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** Credits the invoices of the repository, within the running unit of work. */
public final class BookedCredits implements CreditedInvoices {
    private final CachingRepository<Invoice, InvoiceState> invoices;
    private final Ledgers ledgers;

    public BookedCredits(CachingRepository<Invoice, InvoiceState> invoices, Ledgers ledgers) {
        this.invoices = invoices;
        this.ledgers = ledgers;
    }

    @Override
    public Original get(InvoiceId invoice) {
        return invoices.find(invoice.toString())
                .map(found -> Original.of(invoice, found.state()))
                .orElseThrow(() -> unknown(invoice));
    }

    @Override
    public BigDecimal credit(InvoiceId invoice, Credit credit, LocalDate today) {
        try {
            return invoices.load(invoice.toString()).invoke(found -> found.credit(credit, today, ledgers));
        } catch (AggregateNotFoundException e) {
            throw unknown(invoice);
        }
    }

    private static Refusal unknown(InvoiceId invoice) {
        return Refusal.notFound("invoice-not-found", "there is no invoice '" + invoice.value() + "'");
    }
}
