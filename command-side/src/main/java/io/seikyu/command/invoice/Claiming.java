package io.seikyu.command.invoice;

import io.seikyu.command.account.Ledgers;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.account.Claim.Stage;
import java.util.List;

/**
 * Tells the payer's account, in the same commit, what the invoice claims. Whatever changes an invoice's status or its
 * balance ends with one of these calls; where nothing has changed, nothing is said.
 */
final class Claiming {
    private Claiming() {}

    static void tell(Invoice invoice, Ledgers ledgers) {
        ledgers.move(invoice.state().payer(), claim(invoice.state(), List.of()));
    }

    /** The balance fell by a payment. */
    static void paid(Invoice invoice, Ledgers ledgers, Payment payment) {
        ledgers.move(invoice.state().payer(), claim(invoice.state(), List.of(payment)));
    }

    /** All that this receipt paid is open again. */
    static void undone(Invoice invoice, Ledgers ledgers, String receiptId) {
        ledgers.reverse(invoice.state().payer(), claim(invoice.state(), List.of()), receiptId);
    }

    private static Claim claim(InvoiceState state, List<Payment> payments) {
        return new Claim(
                state.invoiceId(),
                state.document().contractId(),
                stage(state.status()),
                state.balance(),
                state.document().dueDate(),
                state.deliveries().reachedOn(),
                payments,
                false);
    }

    private static Stage stage(InvoiceStatus status) {
        return switch (status) {
            case APPROVED -> Stage.APPROVED;
            case ISSUED, PARTLY_PAID -> Stage.ISSUED;
            case PAID -> Stage.SETTLED;
            case WRITTEN_OFF -> Stage.WRITTEN_OFF;
            case SUBMITTED, DISCREPANT, IN_REVIEW, REJECTED, CANCELLED -> Stage.ENDED;
        };
    }
}
