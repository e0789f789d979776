package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.account.CreditCheck;
import io.seikyu.command.account.CreditCheck.Asked;
import io.seikyu.command.account.Ledgers;
import io.seikyu.command.review.ReviewDesk;
import io.seikyu.contract.invoice.Coverage;
import io.seikyu.contract.invoice.InvoiceEvent.CoverageDecided;
import java.time.LocalDate;

/** Decides how much of an invoice the agency bears the risk of, whenever it is reviewed or begins to claim something. */
public final class Covering {
    private Covering() {}

    static void decide(Invoice invoice, CreditCheck check, Ledgers ledgers) {
        InvoiceState state = invoice.state();
        String cited = state.document().reservationId();
        if (cited != null && check.reservation() == null) {
            ledgers.assign(state.payer(), cited, state.invoiceId());
        } else {
            ledgers.assign(state.payer(), null, state.invoiceId());
        }
        if (!same(state.coverage(), check.coverage())) {
            apply(new CoverageDecided(state.clientId(), state.invoiceId(), state.version(), check.coverage()));
        }
    }

    /** What other invoices claim may have changed while this one waited for a person. */
    static void decideAnew(Invoice invoice, InvoiceDesk desk, LocalDate today) {
        decide(invoice, check(invoice.state(), desk.review(), today), desk.ledgers());
    }

    /** What credit says of an invoice that waits for a person. */
    public static CreditCheck check(InvoiceState state, ReviewDesk desk, LocalDate today) {
        ReviewedDocument document = state.document();
        Asked asked = Asked.of(
                state.invoiceId(),
                document.reservationId(),
                document.payable(),
                document.transactionTo(),
                document.contractId(),
                desk.terms(state.payer(), document.contractId(), document.transactionTo()));
        return desk.credit(state.payer(), asked, today);
    }

    /** A number counts, not how many zeros stand behind its point. */
    private static boolean same(Coverage one, Coverage other) {
        return one.status() == other.status()
                && one.amount().compareTo(other.amount()) == 0
                && one.reasons().equals(other.reasons());
    }
}
