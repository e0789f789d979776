package io.seikyu.command.receipt;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import java.math.BigDecimal;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** Books money to the invoices of the repository, within the running unit of work. */
public final class BookedInvoices implements PayableInvoices {
    private final CachingRepository<Invoice, InvoiceState> invoices;
    private final Ledgers ledgers;

    public BookedInvoices(CachingRepository<Invoice, InvoiceState> invoices, Ledgers ledgers) {
        this.invoices = invoices;
        this.ledgers = ledgers;
    }

    @Override
    public AccountId payerOf(InvoiceId invoice) {
        return invoices.find(invoice.toString())
                .map(found ->
                        new AccountId(invoice.tenant(), found.state().document().accountId()))
                .orElseThrow(() -> unknown(invoice));
    }

    @Override
    public BigDecimal pay(InvoiceId invoice, Payment payment, BigDecimal amount) {
        try {
            return invoices.load(invoice.toString()).invoke(found -> found.receive(payment, amount, ledgers));
        } catch (AggregateNotFoundException e) {
            throw unknown(invoice);
        }
    }

    private static Refusal unknown(InvoiceId invoice) {
        return Refusal.notFound("invoice-not-found", "there is no invoice '" + invoice.value() + "'");
    }
}
