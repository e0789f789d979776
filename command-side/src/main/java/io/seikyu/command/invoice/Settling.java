package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.invoice.ChargePart;
import io.seikyu.contract.invoice.InvoiceEvent.ChargePaid;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCredited;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDeducted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePaid;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentUndone;
import io.seikyu.contract.receipt.Deduction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What makes the balance fall, until nothing is open, and what makes it rise again. */
final class Settling {
    private Settling() {}

    /** Charges that were claimed first, then principal (民法 489). */
    static BigDecimal receive(Invoice invoice, Booking booking) {
        refuseUnlessIssued(invoice);
        BigDecimal toCharges = payCharges(invoice, booking);
        InvoiceState state = invoice.state();
        BigDecimal deducted = sum(booking.deductions());
        BigDecimal left = booking.money().subtract(toCharges);
        BigDecimal principal = left.min(state.balance().subtract(deducted)).max(BigDecimal.ZERO);
        if (principal.signum() > 0) {
            apply(new PaymentReceived(
                    state.clientId(),
                    state.invoiceId(),
                    booking.receiptId(),
                    booking.bookedOn(),
                    principal,
                    state.balance().subtract(principal)));
        }
        booking.deductions().forEach(deduction -> deduct(invoice, booking, deduction));
        if (principal.signum() > 0 || deducted.signum() > 0) {
            paidIfNothingIsOpen(invoice, booking.bookedOn());
        }
        return toCharges.add(principal);
    }

    private static BigDecimal payCharges(Invoice invoice, Booking booking) {
        List<ChargePart> parts = invoice.state().settlement().partsOf(booking.money());
        BigDecimal sum = BigDecimal.ZERO;
        for (ChargePart part : parts) {
            InvoiceState state = invoice.state();
            BigDecimal open =
                    state.settlement().charge(part.chargeId()).orElseThrow().open();
            apply(new ChargePaid(
                    state.clientId(),
                    state.invoiceId(),
                    part.chargeId(),
                    booking.receiptId(),
                    booking.bookedOn(),
                    part.amount(),
                    open.subtract(part.amount())));
            sum = sum.add(part.amount());
        }
        return sum;
    }

    private static void deduct(Invoice invoice, Booking booking, Deduction deduction) {
        InvoiceState state = invoice.state();
        if (deduction.kind() == Deduction.Kind.TRANSFER_FEE) {
            refuseFeeNotAgreed(booking.fee(), deduction.amount());
        }
        if (deduction.amount().compareTo(state.balance()) > 0) {
            throw Refusal.conflict(
                    "deduction-above-balance",
                    "of invoice '" + state.invoiceId() + "' only "
                            + state.balance().toPlainString() + " yen is open: deduct at most that");
        }
        apply(new InvoiceDeducted(
                state.clientId(),
                state.invoiceId(),
                booking.receiptId(),
                booking.bookedOn(),
                deduction.kind(),
                deduction.amount(),
                state.balance().subtract(deduction.amount())));
    }

    private static void refuseFeeNotAgreed(Booking.AgreedFee fee, BigDecimal amount) {
        if (!fee.deductible() || amount.compareTo(fee.cap()) > 0) {
            throw Refusal.conflict(
                    "transfer-fee-not-agreed",
                    fee.deductible()
                            ? "the contract lets the payer keep back "
                                    + fee.cap().toPlainString()
                                    + " yen for a transfer, not more: book the rest as open, or as a DISCOUNT when the"
                                    + " client company grants it"
                            : "the contract does not let the payer keep back the transfer fee: book it as open, or as a"
                                    + " DISCOUNT when the client company grants it");
        }
    }

    /** What this receipt paid is open again; the invoice stays where its reminders are. */
    static BigDecimal undo(Invoice invoice, String receiptId, String reason) {
        InvoiceState state = invoice.state();
        Payment payment = state.settlement().of(receiptId).orElse(null);
        if (payment == null) {
            return BigDecimal.ZERO;
        }
        apply(new PaymentUndone(
                state.clientId(),
                state.invoiceId(),
                receiptId,
                payment.principal(),
                payment.deducted(),
                payment.charges(),
                state.balance().add(payment.principal()).add(payment.deducted()),
                reason));
        return payment.principal().add(sumOf(payment.charges()));
    }

    static BigDecimal credit(Invoice invoice, Credit credit, LocalDate today) {
        InvoiceState state = invoice.state();
        invoice.refuseUnless(state.status().isIssued(), "invoice-not-issued", "only what the payer has is credited");
        state.after().credits().beyond(state.document().taxes(), credit.taxes()).ifPresent(sum -> {
            throw Refusal.conflict(
                    "credit-above-original",
                    "less than this credit note gives back of " + sum.taxCategory()
                            + " is left of the invoice, because other credit notes were issued meanwhile: correct it");
        });
        BigDecimal lowered = credit.total().min(state.balance());
        BigDecimal excess = credit.total().subtract(lowered);
        apply(new InvoiceCredited(
                state.clientId(),
                state.invoiceId(),
                credit.creditNoteId(),
                credit.number(),
                credit.taxes(),
                credit.total(),
                state.balance().subtract(lowered),
                excess));
        if (state.status() != InvoiceStatus.PAID) {
            paidIfNothingIsOpen(invoice, today);
        }
        return excess;
    }

    static void paidIfNothingIsOpen(Invoice invoice, LocalDate day) {
        InvoiceState state = invoice.state();
        if (state.balance().signum() == 0) {
            apply(new InvoicePaid(state.clientId(), state.invoiceId(), day));
        }
    }

    private static void refuseUnlessIssued(Invoice invoice) {
        invoice.refuseUnless(
                invoice.state().status().isIssued(),
                "invoice-not-issued",
                "money is booked to invoices that the payer has; it stays the payer's credit until then");
    }

    private static BigDecimal sum(List<Deduction> deductions) {
        return deductions.stream().map(Deduction::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sumOf(List<ChargePart> parts) {
        return parts.stream().map(ChargePart::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
