package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.review.Review;
import io.seikyu.command.review.ReviewFacts;
import io.seikyu.contract.account.AccountEvent.Departure;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceCommand.CorrectInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.DecideInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.SubmitInvoice;
import io.seikyu.contract.invoice.InvoiceEvent.DiscrepancyFound;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceApproved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRejected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import java.time.LocalDate;

/** From the document that is handed in to the yes or no over it. */
final class Reviewing {
    private Reviewing() {}

    static InvoiceResult submit(Invoice invoice, SubmitInvoice command, InvoiceDesk desk) {
        InvoiceId target = command.target();
        InvoiceNumber number = InvoiceNumber.of(command.document().invoiceNumber());
        Integer generation = desk.numbers().claim(target, number).orElse(null);
        ReviewFacts facts = desk.review().facts(target, command.document(), generation == null, command.today());
        apply(new InvoiceSubmitted(
                target.tenant(),
                target.value(),
                command.document(),
                generation,
                !facts.account().corporate(),
                !facts.client().corporate()));
        Replacement.begun(invoice.state(), null, desk);
        return review(invoice, facts, desk, command.today());
    }

    static InvoiceResult correct(Invoice invoice, CorrectInvoice command, InvoiceDesk desk) {
        InvoiceStatus status = invoice.state().status();
        invoice.refuseUnless(
                status.isCorrectable(),
                status.isIssued() ? "already-issued" : "not-correctable",
                status.isIssued()
                        ? "an issued invoice is never edited: cancel it and submit another in its place"
                        : "a correction needs an invoice that is alive");
        InvoiceId target = command.target();
        ReviewedDocument before = invoice.state().document();
        Integer generation =
                moveTo(invoice.state(), InvoiceNumber.of(command.document().invoiceNumber()), desk.numbers());
        leaveFor(
                invoice.state(),
                new AccountId(target.tenant(), command.document().accountId()),
                desk.ledgers());
        desk.tasks().close(ReviewTask.id(invoice.state()), "the invoice was corrected");
        ReviewFacts facts = desk.review().facts(target, command.document(), generation == null, command.today());
        apply(new InvoiceCorrected(
                target.tenant(),
                target.value(),
                invoice.state().version() + 1,
                command.document(),
                command.reason(),
                generation,
                !facts.account().corporate(),
                !facts.client().corporate()));
        Replacement.begun(invoice.state(), before, desk);
        return review(invoice, facts, desk, command.today());
    }

    static InvoiceResult decide(Invoice invoice, DecideInvoice command, InvoiceDesk desk, String actor) {
        if (command.approve()) {
            approve(invoice, command, desk, actor);
        } else {
            reject(invoice, command, desk);
        }
        desk.tasks().complete(ReviewTask.id(invoice.state()), command.approve() ? "APPROVED" : "REJECTED");
        return InvoiceResult.of(invoice.state());
    }

    private static void approve(Invoice invoice, DecideInvoice command, InvoiceDesk desk, String actor) {
        InvoiceState state = invoice.state();
        invoice.refuseUnless(
                state.status() == InvoiceStatus.IN_REVIEW,
                "not-in-review",
                state.status() == InvoiceStatus.DISCREPANT
                        ? "an invoice with errors cannot be approved: correct it"
                        : "only an invoice that waits for a decision can be approved");
        if (state.authors().contains(actor)) {
            throw Refusal.forbidden("four-eyes", "who handed in an invoice may not approve it: another person has to");
        }
        Covering.decideAnew(invoice, desk, command.today());
        apply(new InvoiceApproved(state.clientId(), state.invoiceId(), state.version(), true, command.reason()));
        desk.ledgers().accept(state.payer(), state.invoiceId());
        Issuing.issueIfWanted(invoice, desk, command.today());
        Claiming.tell(invoice, desk.ledgers());
    }

    private static void reject(Invoice invoice, DecideInvoice command, InvoiceDesk desk) {
        InvoiceState state = invoice.state();
        boolean open = state.status() == InvoiceStatus.IN_REVIEW || state.status() == InvoiceStatus.DISCREPANT;
        invoice.refuseUnless(open, "not-in-review", "only an invoice that waits for a decision can be rejected");
        freeNumber(state, desk.numbers());
        apply(new InvoiceRejected(state.clientId(), state.invoiceId(), state.version(), command.reason()));
        Replacement.ended(state, desk);
        desk.ledgers().leave(state.payer(), state.invoiceId(), Departure.REJECTED);
    }

    private static InvoiceResult review(Invoice invoice, ReviewFacts facts, InvoiceDesk desk, LocalDate today) {
        InvoiceState state = invoice.state();
        Review review = desk.review().review(state.id(), facts);
        String client = state.clientId();
        String id = state.invoiceId();
        int version = state.version();
        apply(new InvoiceReviewed(
                client,
                id,
                version,
                review.outcome(),
                review.policyVersion(),
                review.rules(),
                review.features(),
                review.findings().size()));
        review.findings().forEach(finding -> apply(new DiscrepancyFound(client, id, version, finding)));
        Covering.decide(invoice, facts.credit(), desk.ledgers());
        if (review.outcome() == Outcome.APPROVED) {
            apply(new InvoiceApproved(client, id, version, false, null));
            Issuing.issueIfWanted(invoice, desk, today);
        }
        desk.ledgers().enter(state.payer(), facts.entry(review.outcome() == Outcome.APPROVED));
        Claiming.tell(invoice, desk.ledgers());
        if (review.outcome() == Outcome.IN_REVIEW) {
            desk.tasks().open(ReviewTask.of(invoice.state(), review));
        }
        return InvoiceResult.of(invoice.state(), review.findings());
    }

    /** The holding of {@code number} after a correction; the one of a number that is left is given back. */
    private static Integer moveTo(InvoiceState state, InvoiceNumber number, InvoiceNumbers numbers) {
        if (state.document().holds(number)) {
            return state.document().numberGeneration();
        }
        freeNumber(state, numbers);
        return numbers.claim(state.id(), number).orElse(null);
    }

    /** A correction may name another payer; accounts are locked in the order of their ids. */
    private static void leaveFor(InvoiceState state, AccountId next, Ledgers ledgers) {
        AccountId present = state.payer();
        if (!present.equals(next)) {
            ledgers.lock(present.value().compareTo(next.value()) < 0 ? present : next);
            ledgers.leave(present, state.invoiceId(), Departure.MOVED);
        }
    }

    static void freeNumber(InvoiceState state, InvoiceNumbers numbers) {
        ReviewedDocument document = state.document();
        if (document.numberGeneration() != null) {
            numbers.free(state.id(), new InvoiceNumber(document.number()), document.numberGeneration());
        }
    }
}
