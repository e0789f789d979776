package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.decision.Origin;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.review.Review;
import io.seikyu.command.review.ReviewDesk;
import io.seikyu.command.review.ReviewFacts;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.Departure;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.invoice.DeliveryWish;
import io.seikyu.contract.invoice.InvoiceCommand.CancelInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.CorrectInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.DecideInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.DisputeInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.IssueInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.RequestDelivery;
import io.seikyu.contract.invoice.InvoiceCommand.ResolveDispute;
import io.seikyu.contract.invoice.InvoiceCommand.SubmitInvoice;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRecorded;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRequested;
import io.seikyu.contract.invoice.InvoiceEvent.DiscrepancyFound;
import io.seikyu.contract.invoice.InvoiceEvent.DisputeResolved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceApproved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCancelled;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCredited;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDisputed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePaid;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRejected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.DeliveryOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * An invoice (請求書) on its way: submitted and reviewed, corrected and reviewed again, approved, issued, paid. Only what
 * the review or a person approved is issued, and what was issued is never edited.
 */
public class Invoice {
    @AggregateIdentifier
    private String id;

    private InvoiceState state;

    Invoice() {}

    public Invoice(InvoiceState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    InvoiceResult submit(
            SubmitInvoice command,
            ReviewDesk desk,
            InvoiceNumbers numbers,
            Ledgers ledgers,
            Tasks tasks,
            DeliveryDesk deliveries) {
        InvoiceId target = command.target();
        InvoiceNumber number = InvoiceNumber.of(command.document().invoiceNumber());
        Integer generation = numbers.claim(target, number).orElse(null);
        ReviewFacts facts = desk.facts(target, command.document(), generation == null);
        apply(new InvoiceSubmitted(
                target.tenant(),
                target.value(),
                command.document(),
                generation,
                !facts.account().corporate(),
                !facts.client().corporate()));
        return review(desk.review(target, facts), facts, ledgers, tasks, deliveries, command.today());
    }

    @CommandHandler
    InvoiceResult correct(
            CorrectInvoice command,
            ReviewDesk desk,
            InvoiceNumbers numbers,
            Ledgers ledgers,
            Tasks tasks,
            DeliveryDesk deliveries) {
        refuseUnless(
                state.status().isCorrectable(),
                state.status().isIssued() ? "already-issued" : "not-correctable",
                state.status().isIssued()
                        ? "an issued invoice is never edited: cancel it and submit another in its place"
                        : "a correction needs an invoice that is alive");
        InvoiceId target = command.target();
        Integer generation = moveTo(InvoiceNumber.of(command.document().invoiceNumber()), numbers);
        leaveFor(new AccountId(target.tenant(), command.document().accountId()), ledgers);
        tasks.close(ReviewTask.id(state), "the invoice was corrected");
        ReviewFacts facts = desk.facts(target, command.document(), generation == null);
        apply(new InvoiceCorrected(
                target.tenant(),
                target.value(),
                state.version() + 1,
                command.document(),
                command.reason(),
                generation,
                !facts.account().corporate(),
                !facts.client().corporate()));
        return review(desk.review(target, facts), facts, ledgers, tasks, deliveries, command.today());
    }

    @CommandHandler
    InvoiceResult decide(
            DecideInvoice command,
            InvoiceNumbers numbers,
            Ledgers ledgers,
            Tasks tasks,
            DeliveryDesk deliveries,
            @MetaDataValue(Origin.ACTOR) String actor) {
        if (command.approve()) {
            approve(command, ledgers, deliveries, actor);
        } else {
            boolean open = state.status() == InvoiceStatus.IN_REVIEW || state.status() == InvoiceStatus.DISCREPANT;
            refuseUnless(open, "not-in-review", "only an invoice that waits for a decision can be rejected");
            freeNumber(numbers);
            apply(new InvoiceRejected(state.clientId(), state.invoiceId(), state.version(), command.reason()));
            ledgers.leave(state.payer(), state.invoiceId(), Departure.REJECTED);
        }
        tasks.complete(ReviewTask.id(state), command.approve() ? "APPROVED" : "REJECTED");
        return result();
    }

    private void approve(DecideInvoice command, Ledgers ledgers, DeliveryDesk deliveries, String actor) {
        refuseUnless(
                state.status() == InvoiceStatus.IN_REVIEW,
                "not-in-review",
                state.status() == InvoiceStatus.DISCREPANT
                        ? "an invoice with errors cannot be approved: correct it"
                        : "only an invoice that waits for a decision can be approved");
        if (state.authors().contains(actor)) {
            throw Refusal.forbidden("four-eyes", "who handed in an invoice may not approve it: another person has to");
        }
        apply(new InvoiceApproved(state.clientId(), state.invoiceId(), state.version(), true, command.reason()));
        ledgers.accept(state.payer(), state.invoiceId());
        issueIfWanted(deliveries, command.today());
    }

    @CommandHandler
    InvoiceResult issue(IssueInvoice command, DeliveryDesk deliveries) {
        refuseUnless(!state.status().isIssued(), "already-issued", "the payer has this invoice already");
        refuseUnless(state.status() == InvoiceStatus.APPROVED, "not-approved", "only what was approved is issued");
        issueOn(command.today(), command.wish(), deliveries);
        return result();
    }

    @CommandHandler
    DisputeResult dispute(DisputeInvoice command, Tasks tasks) {
        refuseUnless(state.status().isIssued(), "invoice-not-issued", "only what the payer has can be disputed");
        String dispute = command.disputeId();
        BigDecimal amount = state.after().disputes().amountOf(dispute, command.amount(), state.balance());
        apply(new InvoiceDisputed(
                state.clientId(), state.invoiceId(), state.payer().value(), dispute, command.reason(), amount));
        tasks.open(DisputeTasks.resolve(state, dispute, amount));
        return new DisputeResult(state.invoiceId(), dispute, amount, null, null);
    }

    /** A conceded amount is a billing error of the client company, and calls for a credit note. */
    @CommandHandler
    DisputeResult resolve(ResolveDispute command, Ledgers ledgers, Tasks tasks) {
        refuseUnless(state.status().isIssued(), "invoice-not-issued", "with the invoice its disputes have ended");
        Dispute dispute = state.after().disputes().waiting(command.disputeId());
        BigDecimal upheld = Disputes.conceded(dispute, command.outcome(), command.amount());
        apply(new DisputeResolved(
                state.clientId(),
                state.invoiceId(),
                state.payer().value(),
                dispute.disputeId(),
                command.outcome(),
                upheld,
                command.note()));
        if (upheld.signum() > 0) {
            ledgers.upholdError(
                    state.payer(),
                    state.document().contractId(),
                    state.id(),
                    BillingError.DISPUTE_UPHELD,
                    dispute.disputeId());
        }
        tasks.complete(
                DisputeTasks.resolution(state, dispute.disputeId()),
                command.outcome().name());
        if (upheld.signum() > 0) {
            tasks.open(DisputeTasks.credit(state, dispute.disputeId(), upheld));
        }
        return new DisputeResult(state.invoiceId(), dispute.disputeId(), dispute.amount(), command.outcome(), upheld);
    }

    @CommandHandler
    DeliveryResult deliver(RequestDelivery command, DeliveryDesk deliveries) {
        refuseUnless(state.status().isIssued(), "invoice-not-issued", "only what was issued is sent to the payer");
        state.deliveries().open().ifPresent(open -> {
            throw Refusal.conflict(
                    "delivery-open",
                    "delivery '" + open.deliveryId()
                            + "' is not over: wait for it, or settle it by POST .../deliveries/" + open.deliveryId()
                            + "/resolution");
        });
        return deliver(command.wish(), command.reason(), deliveries, command.today());
    }

    /** Takes note of what became of a delivery. */
    public void recordDelivery(String deliveryId, DeliveryOutcome outcome, Instant at, String note) {
        apply(new DeliveryRecorded(
                state.clientId(), state.invoiceId(), state.payer().value(), deliveryId, outcome, at, note));
    }

    @CommandHandler
    InvoiceResult cancel(
            CancelInvoice command, InvoiceNumbers numbers, Ledgers ledgers, Tasks tasks, NamedInvoices invoices) {
        InvoiceStatus status = state.status();
        refuseUnless(
                status != InvoiceStatus.PAID && status != InvoiceStatus.PARTLY_PAID,
                "invoice-has-payments",
                "money came in for this invoice: reverse the payments or write a credit note instead");
        refuseUnless(
                status.isCorrectable() || status == InvoiceStatus.ISSUED,
                "not-cancellable",
                "this invoice has ended already");
        refuseUnless(
                state.after().credits().taxes().isEmpty(),
                "invoice-has-credit-notes",
                "credit notes were issued for it: write another one over the rest instead");
        if (command.replacedBy() != null) {
            Replacement.check(state, command.replacedBy(), invoices);
        }
        if (!status.isIssued()) {
            freeNumber(numbers);
        }
        apply(new InvoiceCancelled(state.clientId(), state.invoiceId(), command.reason(), command.replacedBy()));
        ledgers.leave(state.payer(), state.invoiceId(), Departure.CANCELLED);
        tasks.close(ReviewTask.id(state), "the invoice was cancelled");
        state.after()
                .disputes()
                .open()
                .forEach(dispute ->
                        tasks.close(DisputeTasks.resolution(state, dispute.disputeId()), "the invoice was cancelled"));
        return result();
    }

    /**
     * Takes a payment, as much of it as is open.
     *
     * @return what was taken; zero when nothing is open any more
     */
    public BigDecimal receive(String receiptId, LocalDate bookedOn, BigDecimal amount) {
        refuseUnless(state.status().isIssued(), "invoice-not-issued", "money is booked to invoices that the payer has");
        BigDecimal taken = amount.min(state.balance());
        if (taken.signum() > 0) {
            BigDecimal open = state.balance().subtract(taken);
            apply(new PaymentReceived(state.clientId(), state.invoiceId(), receiptId, bookedOn, taken, open));
            paidIfNothingIsOpen(bookedOn);
        }
        return taken;
    }

    /**
     * Gives back what an approved credit note says: what is open falls by it.
     *
     * @return how much of it was not open any more, because it was paid already, yen
     */
    public BigDecimal credit(Credit credit, LocalDate today) {
        refuseUnless(state.status().isIssued(), "invoice-not-issued", "only what the payer has is credited");
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
            paidIfNothingIsOpen(today);
        }
        return excess;
    }

    private InvoiceResult review(
            Review review, ReviewFacts facts, Ledgers ledgers, Tasks tasks, DeliveryDesk deliveries, LocalDate today) {
        String client = state.clientId();
        String invoice = state.invoiceId();
        int version = state.version();
        apply(new InvoiceReviewed(
                client,
                invoice,
                version,
                review.outcome(),
                review.policyVersion(),
                review.rules(),
                review.features(),
                review.findings().size()));
        review.findings().forEach(finding -> apply(new DiscrepancyFound(client, invoice, version, finding)));
        if (review.outcome() == Outcome.APPROVED) {
            apply(new InvoiceApproved(client, invoice, version, false, null));
            issueIfWanted(deliveries, today);
        }
        ledgers.enter(state.payer(), facts.entry(review.outcome() == Outcome.APPROVED));
        if (review.outcome() == Outcome.IN_REVIEW) {
            tasks.open(ReviewTask.of(state, review));
        }
        return InvoiceResult.of(state, review.findings());
    }

    private void issueIfWanted(DeliveryDesk deliveries, LocalDate today) {
        if (state.autoIssue()) {
            issueOn(today, DeliveryWish.USUAL, deliveries);
        }
    }

    private void issueOn(LocalDate today, DeliveryWish wish, DeliveryDesk deliveries) {
        apply(new InvoiceIssued(
                state.clientId(),
                state.invoiceId(),
                today,
                state.document().dueDate(),
                state.document().payable()));
        paidIfNothingIsOpen(today);
        deliver(wish, null, deliveries, today);
    }

    private DeliveryResult deliver(DeliveryWish wish, String reason, DeliveryDesk desk, LocalDate today) {
        int round = state.deliveries().nextRound();
        MessageId delivery = Deliveries.message(state.id(), round);
        Channel channel = desk.send(state.id(), state.payer(), delivery, round, wish, today);
        apply(new DeliveryRequested(state.clientId(), state.invoiceId(), delivery.value(), round, channel, reason));
        return new DeliveryResult(delivery.value(), round, channel);
    }

    private void paidIfNothingIsOpen(LocalDate day) {
        if (state.balance().signum() == 0) {
            apply(new InvoicePaid(state.clientId(), state.invoiceId(), day));
        }
    }

    /** The holding of {@code number} after a correction; the one of a number that is left is given back. */
    private Integer moveTo(InvoiceNumber number, InvoiceNumbers numbers) {
        if (state.document().holds(number)) {
            return state.document().numberGeneration();
        }
        freeNumber(numbers);
        return numbers.claim(state.id(), number).orElse(null);
    }

    /** A correction may name another payer; accounts are locked in the order of their ids. */
    private void leaveFor(AccountId next, Ledgers ledgers) {
        AccountId present = state.payer();
        if (!present.equals(next)) {
            ledgers.lock(present.value().compareTo(next.value()) < 0 ? present : next);
            ledgers.leave(present, state.invoiceId(), Departure.MOVED);
        }
    }

    private void freeNumber(InvoiceNumbers numbers) {
        if (state.document().numberGeneration() != null) {
            numbers.free(
                    state.id(),
                    new InvoiceNumber(state.document().number()),
                    state.document().numberGeneration());
        }
    }

    private void refuseUnless(boolean allowed, String code, String why) {
        if (!allowed) {
            throw Refusal.conflict(code, "the invoice is " + state.status() + ": " + why);
        }
    }

    private InvoiceResult result() {
        return InvoiceResult.of(state);
    }

    @EventSourcingHandler
    void on(InvoiceSubmitted event, @MetaDataValue(Origin.ACTOR) String actor) {
        state = InvoiceState.of(event, actor);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(InvoiceCorrected event, @MetaDataValue(Origin.ACTOR) String actor) {
        state = state.with(event, actor);
    }

    @EventSourcingHandler
    void on(InvoiceReviewed event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(InvoiceApproved event) {
        state = state.with(InvoiceStatus.APPROVED);
    }

    @EventSourcingHandler
    void on(InvoiceRejected event) {
        state = state.with(InvoiceStatus.REJECTED);
    }

    @EventSourcingHandler
    void on(InvoiceIssued event) {
        state = state.with(InvoiceStatus.ISSUED);
    }

    @EventSourcingHandler
    void on(DeliveryRequested event) {
        state = state.with(state.deliveries().with(event));
    }

    @EventSourcingHandler
    void on(DeliveryRecorded event) {
        state = state.with(state.deliveries().with(event));
    }

    @EventSourcingHandler
    void on(PaymentReceived event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(InvoicePaid event) {
        state = state.with(InvoiceStatus.PAID);
    }

    @EventSourcingHandler
    void on(InvoiceDisputed event) {
        Dispute raised = new Dispute(event.disputeId(), event.amount(), true);
        state = state.with(state.after().with(state.after().disputes().and(raised)));
    }

    @EventSourcingHandler
    void on(DisputeResolved event) {
        state = state.with(state.after().with(state.after().disputes().resolved(event.disputeId())));
    }

    @EventSourcingHandler
    void on(InvoiceCredited event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(InvoiceCancelled event) {
        state = state.with(InvoiceStatus.CANCELLED);
    }

    public InvoiceState state() {
        return state;
    }
}
