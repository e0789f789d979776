package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.invoice.ChargePart;
import io.seikyu.contract.invoice.InvoiceEvent.ChargePaid;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCredited;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDeducted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePaid;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRecovered;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentUndone;
import io.seikyu.contract.receipt.Deduction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What makes the balance fall, until nothing is open, and what makes it rise again. */
final class Settling {
    private Settling() {}

    /** Charges that were claimed first, then principal (民法 489), then what was written off. */
    static BigDecimal receive(Invoice invoice, Booking booking, AgreedFee fee, Ledgers ledgers) {
        refuseUnlessIssued(invoice);
        BigDecimal left = booking.money().subtract(payCharges(invoice, booking));
        BigDecimal before = invoice.state().balance();
        left = left.subtract(payPrincipal(invoice, booking, left));
        booking.deductions().forEach(deduction -> deduct(invoice, booking, deduction, fee));
        if (booking.recovering()) {
            left = left.subtract(recover(invoice, booking, left));
        }
        if (invoice.state().balance().compareTo(before) < 0) {
            paidIfNothingIsOpen(invoice, booking.payment().bookedOn());
            Claiming.paid(invoice, ledgers, booking.payment());
        }
        return booking.money().subtract(left);
    }

    private static BigDecimal payPrincipal(Invoice invoice, Booking booking, BigDecimal money) {
        InvoiceState state = invoice.state();
        BigDecimal owed = state.balance().subtract(sum(booking.deductions()));
        BigDecimal principal = money.min(owed).max(BigDecimal.ZERO);
        if (principal.signum() > 0) {
            apply(new PaymentReceived(
                    state.clientId(),
                    state.invoiceId(),
                    booking.payment().receiptId(),
                    booking.payment().bookedOn(),
                    principal,
                    state.balance().subtract(principal)));
        }
        return principal;
    }

    private static BigDecimal recover(Invoice invoice, Booking booking, BigDecimal money) {
        InvoiceState state = invoice.state();
        BigDecimal recovered = money.min(state.after().writeOffs().amount());
        if (recovered.signum() > 0) {
            apply(new InvoiceRecovered(
                    state.clientId(),
                    state.invoiceId(),
                    booking.payment().receiptId(),
                    booking.payment().bookedOn(),
                    recovered,
                    state.after().writeOffs().amount().subtract(recovered)));
        }
        return recovered;
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
                    booking.payment().receiptId(),
                    booking.payment().bookedOn(),
                    part.amount(),
                    open.subtract(part.amount())));
            sum = sum.add(part.amount());
        }
        return sum;
    }

    private static void deduct(Invoice invoice, Booking booking, Deduction deduction, AgreedFee fee) {
        InvoiceState state = invoice.state();
        if (deduction.kind() == Deduction.Kind.TRANSFER_FEE) {
            refuseFeeNotAgreed(fee, deduction.amount());
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
                booking.payment().receiptId(),
                booking.payment().bookedOn(),
                deduction.kind(),
                deduction.amount(),
                state.balance().subtract(deduction.amount())));
    }

    private static void refuseFeeNotAgreed(AgreedFee fee, BigDecimal amount) {
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

    /** What this receipt paid is open again, or written off again; the invoice stays where its reminders are. */
    static BigDecimal undo(Invoice invoice, String receiptId, String reason, Ledgers ledgers) {
        InvoiceState state = invoice.state();
        PaidPart paid = state.settlement().of(receiptId).orElse(null);
        if (paid == null) {
            return BigDecimal.ZERO;
        }
        apply(new PaymentUndone(
                state.clientId(),
                state.invoiceId(),
                receiptId,
                paid.principal(),
                paid.deducted(),
                paid.charges(),
                paid.recovered(),
                state.balance().add(paid.principal()).add(paid.deducted()),
                reason));
        Claiming.undone(invoice, ledgers, receiptId);
        return paid.principal().add(sumOf(paid.charges())).add(paid.recovered());
    }

    static BigDecimal credit(Invoice invoice, Credit credit, LocalDate today, Ledgers ledgers) {
        InvoiceState state = invoice.state();
        invoice.refuseUnless(state.status().isIssued(), "invoice-not-issued", "only what the payer has is credited");
        state.after().credits().beyond(state.document().taxes(), credit.taxes()).ifPresent(sum -> {
            throw Refusal.conflict(
                    "credit-above-original",
                    "less than this credit note gives back of " + sum.taxCategory()
                            + " is left of the invoice, because other credit notes were issued meanwhile: correct it");
        });
        BigDecimal lowered = credit.total().min(state.balance());
        BigDecimal givenUp = state.after().writeOffs().amount();
        BigDecimal excess = credit.total().subtract(lowered).subtract(givenUp).max(BigDecimal.ZERO);
        apply(new InvoiceCredited(
                state.clientId(),
                state.invoiceId(),
                credit.creditNoteId(),
                credit.number(),
                credit.taxes(),
                credit.total(),
                state.balance().subtract(lowered),
                excess));
        if (state.status() != InvoiceStatus.PAID && state.status() != InvoiceStatus.WRITTEN_OFF) {
            paidIfNothingIsOpen(invoice, today);
        }
        Claiming.tell(invoice, ledgers);
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
