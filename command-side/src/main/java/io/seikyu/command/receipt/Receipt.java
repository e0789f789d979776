package io.seikyu.command.receipt;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.client.Clients;
import io.seikyu.command.receipt.ReceiptResult.Allocation;
import io.seikyu.command.receipt.ReceiptResult.Status;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptCommand.RecordReceipt;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptKeptUnapplied;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Money that came in (入金). Every yen of it is either taken by an invoice or kept as the payer's credit. */
public class Receipt {
    @AggregateIdentifier
    private String id;

    private ReceiptState state;

    Receipt() {}

    public Receipt(ReceiptState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    ReceiptResult record(RecordReceipt command, Clients clients, PayableInvoices invoices) {
        ReceiptId target = command.target();
        clients.get(new ClientId(target.tenant()));
        InvoiceId invoice = command.invoiceId() == null ? null : new InvoiceId(target.tenant(), command.invoiceId());
        apply(new ReceiptRecorded(
                target.tenant(),
                target.value(),
                command.bookedOn(),
                command.amount(),
                command.payerName(),
                command.method(),
                command.virtualAccount(),
                command.reference(),
                command.invoiceId(),
                invoice == null ? target.toString() : invoices.payerOf(invoice).toString()));
        if (invoice != null) {
            allocate(command, invoice, invoices);
        }
        return result(command);
    }

    private void allocate(RecordReceipt command, InvoiceId invoice, PayableInvoices invoices) {
        Payment payment = new Payment(command.target().value(), command.bookedOn(), command.method());
        BigDecimal taken = invoices.pay(invoice, payment, command.amount());
        if (taken.signum() > 0) {
            apply(new ReceiptAllocated(state.clientId(), state.receiptId(), invoice.value(), taken));
        }
        if (state.unapplied().signum() > 0) {
            apply(new ReceiptKeptUnapplied(state.clientId(), state.receiptId(), state.unapplied()));
        }
    }

    private ReceiptResult result(RecordReceipt command) {
        BigDecimal taken = state.allocated();
        if (taken.signum() == 0) {
            return new ReceiptResult(state.receiptId(), Status.UNMATCHED, List.of(), List.of());
        }
        Status status = state.unapplied().signum() == 0 ? Status.ALLOCATED : Status.PARTLY_ALLOCATED;
        return new ReceiptResult(
                state.receiptId(), status, List.of(new Allocation(command.invoiceId(), taken)), List.of());
    }

    @EventSourcingHandler
    void on(ReceiptRecorded event) {
        state = ReceiptState.of(event);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(ReceiptAllocated event) {
        state = state.plus(event.amount());
    }

    public ReceiptState state() {
        return state;
    }
}
