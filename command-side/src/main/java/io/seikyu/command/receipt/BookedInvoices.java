package io.seikyu.command.receipt;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.invoice.Booking;
import io.seikyu.command.invoice.ClaimTerms;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** Books money to the invoices of the repository, within the running unit of work. */
public final class BookedInvoices implements PayableInvoices {
    private final CachingRepository<Invoice, InvoiceState> invoices;
    private final Ledgers ledgers;
    private final ClaimTerms terms;

    public BookedInvoices(CachingRepository<Invoice, InvoiceState> invoices, Ledgers ledgers, ClaimTerms terms) {
        this.invoices = invoices;
        this.ledgers = ledgers;
        this.terms = terms;
    }

    @Override
    public List<OpenClaim> lock(Collection<InvoiceId> ids) {
        List<OpenClaim> claims = ids.stream()
                .distinct()
                .sorted(Comparator.comparing(InvoiceId::toString))
                .map(id -> load(id).invoke(found -> OpenClaim.of(id, found.state())))
                .toList();
        claims.stream()
                .map(OpenClaim::payer)
                .distinct()
                .sorted(Comparator.comparing(Object::toString))
                .forEach(ledgers::lock);
        return claims;
    }

    @Override
    public BigDecimal pay(InvoiceId invoice, Booking booking) {
        return load(invoice).invoke(found -> found.receive(booking, terms.fee(found.state()), ledgers));
    }

    @Override
    public void undo(InvoiceId invoice, ReceiptId receipt, String reason) {
        load(invoice).execute(found -> found.undoPayment(receipt.value(), reason, ledgers));
    }

    private Aggregate<Invoice> load(InvoiceId invoice) {
        try {
            return invoices.load(invoice.toString());
        } catch (AggregateNotFoundException e) {
            throw Refusal.notFound("invoice-not-found", "there is no invoice '" + invoice.value() + "'");
        }
    }
}
