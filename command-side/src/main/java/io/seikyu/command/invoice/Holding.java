package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.invoice.InvoiceCommand.HandBackInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.SubrogateInvoice;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceHandedBack;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubrogated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Whose the claim is: handed back to the client company, or paid for by the agency that had guaranteed it. */
final class Holding {
    private Holding() {}

    static StandingResult handBack(Invoice invoice, HandBackInvoice command, ClaimTerms claims) {
        InvoiceState state = invoice.state();
        refuseUnlessOpen(invoice);
        if (state.after().standing().handedBack()) {
            throw Refusal.conflict("already-handed-back", "the client company has this claim back already");
        }
        if (claims.holder(state) == ClaimHolder.PURCHASED) {
            throw Refusal.conflict(
                    "claim-is-agencys", "the agency holds this claim; there is nobody to hand it back to");
        }
        apply(new InvoiceHandedBack(
                state.clientId(), state.invoiceId(), state.payer().value(), command.today(), command.reason()));
        return result(invoice);
    }

    /** The same again with the day of the notice says that the payer was told. */
    static StandingResult subrogate(Invoice invoice, SubrogateInvoice command, ClaimTerms claims) {
        InvoiceState state = invoice.state();
        Standing.Subrogation before = state.after().standing().subrogation();
        refuseUnlessOpen(invoice);
        if (before == null && claims.holder(state) != ClaimHolder.GUARANTEED) {
            throw Refusal.conflict("claim-not-guaranteed", "the agency has guaranteed nothing of this claim");
        }
        if (state.after().standing().handedBack()) {
            throw Refusal.conflict("already-handed-back", "the client company has this claim back");
        }
        if (before != null && !isNotice(command, before)) {
            throw Refusal.conflict(
                    "already-subrogated",
                    "the agency has paid for it already; only the day of the notice can still be said");
        }
        refuseUnlessItFits(state, command, before == null);
        apply(new InvoiceSubrogated(
                state.clientId(),
                state.invoiceId(),
                state.payer().value(),
                command.paidOn(),
                command.amount(),
                command.noticeOn()));
        return result(invoice);
    }

    private static void refuseUnlessOpen(Invoice invoice) {
        InvoiceState state = invoice.state();
        invoice.refuseUnless(
                state.status().isIssued(), "invoice-not-issued", "there is no claim yet, or none any more");
        if (state.balance().signum() == 0) {
            throw Refusal.conflict("nothing-open", "nothing is open of this invoice");
        }
    }

    private static boolean isNotice(SubrogateInvoice command, Standing.Subrogation before) {
        return before.noticeOn() == null
                && command.noticeOn() != null
                && command.paidOn().equals(before.paidOn())
                && command.amount().compareTo(before.amount()) == 0;
    }

    private static void refuseUnlessItFits(InvoiceState state, SubrogateInvoice command, boolean first) {
        List<Fault> faults = new ArrayList<>();
        BigDecimal open = state.balance();
        if (first && command.amount().compareTo(open) > 0) {
            faults.add(new Fault(
                    "/amount", "too-large", "must be at most what is open, " + open.toPlainString() + " yen"));
        }
        if (command.paidOn().isAfter(command.today())) {
            faults.add(new Fault("/paidOn", "out-of-range", "must not be after today"));
        }
        if (command.noticeOn() != null && command.noticeOn().isBefore(command.paidOn())) {
            faults.add(new Fault("/noticeOn", "out-of-range", "must not be before the agency paid"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid("invalid-subrogation", "this cannot have happened so", faults);
        }
    }

    private static StandingResult result(Invoice invoice) {
        InvoiceState state = invoice.state();
        return new StandingResult(state.invoiceId(), state.after().standing().handedBack(), state.balance());
    }
}
