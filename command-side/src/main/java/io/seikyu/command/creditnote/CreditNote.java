package io.seikyu.command.creditnote;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.approval.Approvals;
import io.seikyu.command.approval.Grant;
import io.seikyu.command.decision.Origin;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.invoice.InvoiceNumber;
import io.seikyu.command.invoice.InvoiceNumbers;
import io.seikyu.command.review.Review;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.creditnote.CreditNoteCommand.CorrectCreditNote;
import io.seikyu.contract.creditnote.CreditNoteCommand.DecideCreditNote;
import io.seikyu.contract.creditnote.CreditNoteCommand.SubmitCreditNote;
import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.creditnote.CreditNoteDocument.Excess;
import io.seikyu.contract.creditnote.CreditNoteDocument.Ground;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteCorrected;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteExcessKept;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteIssued;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteRejected;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteReviewed;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteSubmitted;
import io.seikyu.contract.id.CreditNoteId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * A credit note (返還インボイス) on its way: submitted and reviewed, corrected and reviewed again, and decided by a person who
 * did not write it. Approval issues it and lowers what is open of the invoice, in one commit.
 */
public class CreditNote {
    @AggregateIdentifier
    private String id;

    private CreditNoteState state;

    CreditNote() {}

    public CreditNote(CreditNoteState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    CreditNoteResult submit(
            SubmitCreditNote command, CreditNoteDesk desk, InvoiceNumbers numbers, Tasks tasks, Approvals approvals) {
        CreditNoteId target = command.target();
        Original original =
                desk.original(new InvoiceId(target.tenant(), command.document().invoiceId()));
        Integer generation = numbers.claim(
                        target, InvoiceNumber.of(command.document().number()))
                .orElse(null);
        apply(new CreditNoteSubmitted(
                target.tenant(), target.value(), original.payer().value(), command.document(), generation));
        return review(desk.review(command.document(), original, generation == null), tasks, approvals);
    }

    @CommandHandler
    CreditNoteResult correct(
            CorrectCreditNote command, CreditNoteDesk desk, InvoiceNumbers numbers, Tasks tasks, Approvals approvals) {
        refuseUnless(!state.status().hasEnded(), "not-correctable", "write another one");
        Original original = desk.original(state.invoice());
        CreditNoteDocument document = command.document().of(state.document().invoiceId());
        Integer generation = moveTo(InvoiceNumber.of(document.number()), numbers);
        tasks.close(CreditNoteTasks.review(state), "the credit note was corrected");
        approvals.withdraw(CreditNoteApproval.id(state), "the credit note was corrected");
        apply(new CreditNoteCorrected(
                state.clientId(), state.creditNoteId(), state.version() + 1, document, command.reason(), generation));
        return review(desk.review(document, original, generation == null), tasks, approvals);
    }

    @CommandHandler
    CreditNoteResult decide(
            DecideCreditNote command,
            CreditedInvoices invoices,
            InvoiceNumbers numbers,
            Ledgers ledgers,
            Tasks tasks,
            Approvals approvals,
            @MetaDataValue(Origin.ACTOR) String actor) {
        refuseUnless(!state.status().hasEnded(), "not-in-review", "it was decided already");
        if (command.approve()) {
            issue(new Grant(actor, command.reason(), command.today()), invoices, ledgers, tasks);
        } else {
            reject(command.reason(), numbers, tasks);
        }
        approvals.decided(CreditNoteApproval.id(state), command.approve(), command.reason());
        return result(List.of());
    }

    /** Says nothing when it was decided already. */
    void reject(String reason, InvoiceNumbers numbers, Tasks tasks) {
        if (!state.status().hasEnded()) {
            freeNumber(numbers);
            apply(new CreditNoteRejected(state.clientId(), state.creditNoteId(), state.version(), reason));
            tasks.complete(CreditNoteTasks.review(state), "REJECTED");
        }
    }

    /** Whether enough is left of the invoice is asked again: other credit notes may have been issued meanwhile. */
    void issue(Grant grant, CreditedInvoices invoices, Ledgers ledgers, Tasks tasks) {
        refuseUnless(
                state.status() == CreditNoteStatus.IN_REVIEW,
                "not-in-review",
                "a credit note with errors cannot be approved: correct it");
        if (state.authors().contains(grant.actor())) {
            throw Refusal.forbidden("four-eyes", "who wrote a credit note may not approve it: another person has to");
        }
        Original original = invoices.get(state.invoice());
        BigDecimal excess = invoices.credit(state.invoice(), state.credit(), grant.today());
        Excess then = state.document().excess();
        apply(new CreditNoteIssued(
                state.clientId(),
                state.creditNoteId(),
                state.accountId(),
                state.invoice().value(),
                grant.today(),
                grant.reason(),
                state.document().total(),
                excess,
                then));
        if (excess.signum() > 0 && then == Excess.KEEP) {
            apply(new CreditNoteExcessKept(
                    state.clientId(),
                    state.creditNoteId(),
                    state.accountId(),
                    state.invoice().value(),
                    excess));
        }
        if (state.document().ground() == Ground.ERROR) {
            ledgers.upholdError(
                    state.payer(),
                    original.contractId(),
                    state.invoice(),
                    BillingError.CREDIT_NOTE,
                    state.creditNoteId());
        }
        if (excess.signum() > 0 && then == Excess.REFUND) {
            tasks.open(CreditNoteTasks.toRefund(state, excess));
        }
        tasks.complete(CreditNoteTasks.review(state), "APPROVED");
    }

    private CreditNoteResult review(Review review, Tasks tasks, Approvals approvals) {
        apply(new CreditNoteReviewed(
                state.clientId(),
                state.creditNoteId(),
                state.version(),
                review.outcome(),
                review.policyVersion(),
                review.rules(),
                review.features(),
                review.findings()));
        if (review.outcome() == Outcome.IN_REVIEW) {
            tasks.open(CreditNoteTasks.toReview(state));
            approvals.ask(CreditNoteApproval.of(state));
        }
        return result(review.findings());
    }

    /** The holding of {@code number} after a correction; the one of a number that is left is given back. */
    private Integer moveTo(InvoiceNumber number, InvoiceNumbers numbers) {
        if (state.numberGeneration() != null && state.number().equals(number)) {
            return state.numberGeneration();
        }
        freeNumber(numbers);
        return numbers.claim(state.id(), number).orElse(null);
    }

    private void freeNumber(InvoiceNumbers numbers) {
        if (state.numberGeneration() != null) {
            numbers.free(state.id(), state.number(), state.numberGeneration());
        }
    }

    private void refuseUnless(boolean allowed, String code, String why) {
        if (!allowed) {
            throw Refusal.conflict(code, "the credit note is " + state.status() + ": " + why);
        }
    }

    private CreditNoteResult result(List<Finding> findings) {
        return new CreditNoteResult(state.creditNoteId(), state.document().invoiceId(), state.status(), findings);
    }

    @EventSourcingHandler
    void on(CreditNoteSubmitted event, @MetaDataValue(Origin.ACTOR) String actor) {
        state = CreditNoteState.of(event, actor);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(CreditNoteCorrected event, @MetaDataValue(Origin.ACTOR) String actor) {
        state = state.with(event, actor);
    }

    @EventSourcingHandler
    void on(CreditNoteReviewed event) {
        state = state.with(
                event.outcome() == Outcome.IN_REVIEW ? CreditNoteStatus.IN_REVIEW : CreditNoteStatus.DISCREPANT);
    }

    @EventSourcingHandler
    void on(CreditNoteRejected event) {
        state = state.with(CreditNoteStatus.REJECTED);
    }

    @EventSourcingHandler
    void on(CreditNoteIssued event) {
        state = state.with(CreditNoteStatus.ISSUED);
    }

    public CreditNoteState state() {
        return state;
    }
}
