package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.account.AccountEvent.Departure;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.invoice.DeliveryWish;
import io.seikyu.contract.invoice.InvoiceCommand.CancelInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.IssueInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.RequestDelivery;
import io.seikyu.contract.invoice.InvoiceDocument.PrepaidRef;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRequested;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCancelled;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.PrepaymentSetOff;
import io.seikyu.contract.message.Channel;
import java.time.LocalDate;

/** From the approved invoice to the one that its payer has, and back out of force again. */
final class Issuing {
    private Issuing() {}

    static InvoiceResult issue(Invoice invoice, IssueInvoice command, InvoiceDesk desk) {
        InvoiceStatus status = invoice.state().status();
        invoice.refuseUnless(!status.isIssued(), "already-issued", "the payer has this invoice already");
        invoice.refuseUnless(status == InvoiceStatus.APPROVED, "not-approved", "only what was approved is issued");
        issueOn(invoice, command.today(), command.wish(), desk);
        Claiming.tell(invoice, desk.ledgers());
        return InvoiceResult.of(invoice.state());
    }

    static void issueIfWanted(Invoice invoice, InvoiceDesk desk, LocalDate today) {
        if (invoice.state().autoIssue()) {
            issueOn(invoice, today, DeliveryWish.USUAL, desk);
        }
    }

    private static void issueOn(Invoice invoice, LocalDate today, DeliveryWish wish, InvoiceDesk desk) {
        InvoiceState state = invoice.state();
        apply(new InvoiceIssued(
                state.clientId(),
                state.invoiceId(),
                today,
                state.document().dueDate(),
                state.document().payable()));
        state.document().prepaid().forEach(ref -> setOff(invoice.state(), ref, desk.deposits()));
        Settling.paidIfNothingIsOpen(invoice, today);
        deliver(invoice, wish, null, desk.deliveries(), today);
    }

    /** What was reviewed as prepaid is taken now, so that no other invoice is paid with the same money. */
    private static void setOff(InvoiceState state, PrepaidRef ref, Deposits deposits) {
        ReceiptId receipt = new ReceiptId(state.clientId(), ref.receiptId());
        LocalDate bookedOn = deposits.setOff(receipt, state.id(), state.payer(), ref.amount());
        apply(new PrepaymentSetOff(state.clientId(), state.invoiceId(), ref.receiptId(), bookedOn, ref.amount()));
    }

    static DeliveryResult deliver(Invoice invoice, RequestDelivery command, DeliveryDesk deliveries) {
        InvoiceState state = invoice.state();
        invoice.refuseUnless(
                state.status().isIssued(), "invoice-not-issued", "only what was issued is sent to the payer");
        state.deliveries().open().ifPresent(open -> {
            throw Refusal.conflict(
                    "delivery-open",
                    "delivery '" + open.deliveryId()
                            + "' is not over: wait for it, or settle it by POST .../deliveries/" + open.deliveryId()
                            + "/resolution");
        });
        return deliver(invoice, command.wish(), command.reason(), deliveries, command.today());
    }

    private static DeliveryResult deliver(
            Invoice invoice, DeliveryWish wish, String reason, DeliveryDesk desk, LocalDate today) {
        InvoiceState state = invoice.state();
        int round = state.deliveries().nextRound();
        MessageId delivery = Deliveries.message(state.id(), round);
        Channel channel = desk.send(state.id(), state.payer(), delivery, round, wish, today);
        apply(new DeliveryRequested(state.clientId(), state.invoiceId(), delivery.value(), round, channel, reason));
        return new DeliveryResult(delivery.value(), round, channel);
    }

    static InvoiceResult cancel(Invoice invoice, CancelInvoice command, InvoiceDesk desk) {
        InvoiceState state = invoice.state();
        InvoiceStatus status = state.status();
        invoice.refuseUnless(
                status != InvoiceStatus.PAID && status != InvoiceStatus.PARTLY_PAID,
                "invoice-has-payments",
                "money came in for this invoice: reverse the payments or write a credit note instead");
        invoice.refuseUnless(
                status.isCorrectable() || status == InvoiceStatus.ISSUED,
                "not-cancellable",
                "this invoice has ended already");
        invoice.refuseUnless(
                state.after().credits().taxes().isEmpty(),
                "invoice-has-credit-notes",
                "credit notes were issued for it: write another one over the rest instead");
        invoice.refuseUnless(
                !state.after().writeOffs().any(),
                "invoice-has-write-offs",
                "a part of it was written off: write a credit note over it instead");
        if (command.replacedBy() != null) {
            Replacement.check(state, command.replacedBy(), desk.invoices());
        }
        if (!status.isIssued()) {
            Reviewing.freeNumber(state, desk.numbers());
        }
        Replacement.ended(state, desk);
        state.settlement()
                .prepaid()
                .forEach(payment -> desk.deposits()
                        .release(
                                new ReceiptId(state.clientId(), payment.receiptId()),
                                state.id(),
                                "the invoice was cancelled"));
        apply(new InvoiceCancelled(state.clientId(), state.invoiceId(), command.reason(), command.replacedBy()));
        desk.ledgers().leave(state.payer(), state.invoiceId(), Departure.CANCELLED);
        desk.tasks().close(ReviewTask.id(state), "the invoice was cancelled");
        state.after()
                .disputes()
                .open()
                .forEach(dispute -> desk.tasks()
                        .close(DisputeTasks.resolution(state, dispute.disputeId()), "the invoice was cancelled"));
        return InvoiceResult.of(invoice.state());
    }
}
