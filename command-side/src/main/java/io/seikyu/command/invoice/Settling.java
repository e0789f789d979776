package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCredited;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePaid;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What makes the balance fall, until nothing is open. */
final class Settling {
    private Settling() {}

    static BigDecimal receive(Invoice invoice, Payment payment, BigDecimal amount, Ledgers ledgers) {
        InvoiceState state = invoice.state();
        invoice.refuseUnless(
                state.status().isIssued(), "invoice-not-issued", "money is booked to invoices that the payer has");
        BigDecimal taken = amount.min(state.balance());
        if (taken.signum() > 0) {
            BigDecimal open = state.balance().subtract(taken);
            apply(new PaymentReceived(
                    state.clientId(), state.invoiceId(), payment.receiptId(), payment.bookedOn(), taken, open));
            paidIfNothingIsOpen(invoice, payment.bookedOn());
            Claiming.paid(invoice, ledgers, payment);
        }
        return taken;
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
}
