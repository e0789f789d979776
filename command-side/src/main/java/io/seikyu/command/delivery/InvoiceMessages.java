package io.seikyu.command.delivery;

import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.message.MessageOwner;
import io.seikyu.command.message.MessageState;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.message.DeliveryOutcome;
import io.seikyu.contract.message.Purpose;
import java.time.Instant;

/** Invoices as the owners of the messages that bring them. */
public final class InvoiceMessages implements MessageOwner {
    private final CachingRepository<Invoice, InvoiceState> invoices;
    private final DeliveryTasks tasks;

    InvoiceMessages(CachingRepository<Invoice, InvoiceState> invoices, DeliveryTasks tasks) {
        this.invoices = invoices;
        this.tasks = tasks;
    }

    @Override
    public Purpose purpose() {
        return Purpose.INVOICE_DELIVERY;
    }

    /** What was cancelled before it left is not sent. */
    @Override
    public boolean wants(MessageState message) {
        return invoices.find(invoice(message).toString())
                .filter(invoice -> invoice.state().status().isIssued())
                .isPresent();
    }

    @Override
    public void tell(MessageState message, DeliveryOutcome outcome, Instant at, String note) {
        invoices.load(invoice(message).toString())
                .execute(invoice -> invoice.recordDelivery(message.messageId(), outcome, at, note));
        tasks.tell(invoice(message), message, outcome);
    }

    static InvoiceId invoice(MessageState message) {
        return new InvoiceId(message.clientId(), message.about().get(0).id());
    }
}
