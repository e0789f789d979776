package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.decision.Origin;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.invoice.DisputeOutcome;
import io.seikyu.contract.invoice.InvoiceCommand.CancelInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.ClaimCharge;
import io.seikyu.contract.invoice.InvoiceCommand.CorrectInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.DecideInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.DisputeInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.HandBackInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.IssueInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.JudgePromise;
import io.seikyu.contract.invoice.InvoiceCommand.PromisePayment;
import io.seikyu.contract.invoice.InvoiceCommand.RecordLimitationFact;
import io.seikyu.contract.invoice.InvoiceCommand.RequestDelivery;
import io.seikyu.contract.invoice.InvoiceCommand.RequestWriteOff;
import io.seikyu.contract.invoice.InvoiceCommand.ResolveDispute;
import io.seikyu.contract.invoice.InvoiceCommand.SubmitInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.SubrogateInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.WaiveCharge;
import io.seikyu.contract.invoice.InvoiceCommand.WatchLimitation;
import io.seikyu.contract.invoice.InvoiceCommand.WithdrawLimitationFact;
import io.seikyu.contract.invoice.InvoiceEvent.ChargeClaimed;
import io.seikyu.contract.invoice.InvoiceEvent.ChargePaid;
import io.seikyu.contract.invoice.InvoiceEvent.ChargeWaived;
import io.seikyu.contract.invoice.InvoiceEvent.CoverageDecided;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRecorded;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRequested;
import io.seikyu.contract.invoice.InvoiceEvent.DisputeResolved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceApproved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCancelled;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCredited;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDeducted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDisputed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceHandedBack;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePaid;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePutOnPlan;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRecovered;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRejected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReminded;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubrogated;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceTakenOffPlan;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceWrittenOff;
import io.seikyu.contract.invoice.InvoiceEvent.LimitationFactRecorded;
import io.seikyu.contract.invoice.InvoiceEvent.LimitationFactWithdrawn;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentPromised;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentUndone;
import io.seikyu.contract.invoice.InvoiceEvent.PrepaymentSetOff;
import io.seikyu.contract.invoice.InvoiceEvent.PromiseSettled;
import io.seikyu.contract.invoice.InvoiceEvent.ReminderConfirmed;
import io.seikyu.contract.invoice.InvoiceEvent.ReminderReleased;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementBegun;
import io.seikyu.contract.invoice.InvoiceEvent.ReplacementEnded;
import io.seikyu.contract.invoice.PromiseOutcome;
import io.seikyu.contract.message.DeliveryOutcome;
import io.seikyu.contract.plan.PlanEnd;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * An invoice (請求書) on its way: submitted and reviewed, corrected and reviewed again, approved, issued, paid. Only what
 * the review or a person approved is issued, and what was issued is never edited. What it decides stands in the classes beside it: {@link Reviewing}, {@link Issuing},
 * {@link Disputing}, {@link Settling}, {@link Charging}, {@link WritingOff}, {@link Promising},
 * {@link Limiting}, {@link Holding}, {@link Planning}.
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
    InvoiceResult submit(SubmitInvoice command, InvoiceDesk desk) {
        return Reviewing.submit(this, command, desk);
    }

    @CommandHandler
    InvoiceResult correct(CorrectInvoice command, InvoiceDesk desk) {
        return Reviewing.correct(this, command, desk);
    }

    @CommandHandler
    InvoiceResult decide(DecideInvoice command, InvoiceDesk desk, @MetaDataValue(Origin.ACTOR) String actor) {
        return Reviewing.decide(this, command, desk, actor);
    }

    @CommandHandler
    InvoiceResult issue(IssueInvoice command, InvoiceDesk desk) {
        return Issuing.issue(this, command, desk);
    }

    @CommandHandler
    DeliveryResult deliver(RequestDelivery command, InvoiceDesk desk) {
        return Issuing.deliver(this, command, desk.deliveries());
    }

    @CommandHandler
    InvoiceResult cancel(CancelInvoice command, InvoiceDesk desk) {
        return Issuing.cancel(this, command, desk);
    }

    @CommandHandler
    public DisputeResult dispute(DisputeInvoice command, InvoiceDesk desk) {
        return Disputing.dispute(this, command, desk);
    }

    @CommandHandler
    DisputeResult resolve(ResolveDispute command, InvoiceDesk desk) {
        return Disputing.resolve(this, command, desk);
    }

    @CommandHandler
    WriteOffAsked writeOff(RequestWriteOff command, WriteOffDesk desk) {
        return WritingOff.ask(this, command, desk);
    }

    @CommandHandler
    public PromiseResult promise(PromisePayment command, PromiseDesk desk) {
        return Promising.promise(this, command, desk);
    }

    @CommandHandler
    void judge(JudgePromise command, PromiseDesk desk) {
        Promising.judge(this, command, desk);
    }

    @CommandHandler
    LimitationResult record(RecordLimitationFact command, InvoiceDesk desk) {
        return Limiting.record(this, command, desk.tasks());
    }

    @CommandHandler
    LimitationResult withdraw(WithdrawLimitationFact command, InvoiceDesk desk) {
        return Limiting.withdraw(this, command, desk.tasks());
    }

    @CommandHandler
    void watch(WatchLimitation command, InvoiceDesk desk) {
        watchLimitation(command.today(), desk.tasks());
    }

    /** Has somebody see to it that the claim is not barred, or tells him that nothing is left to do. */
    public void watchLimitation(LocalDate today, Tasks tasks) {
        Limiting.watch(state, today, tasks);
    }

    @CommandHandler
    StandingResult handBack(HandBackInvoice command, InvoiceDesk desk) {
        return Holding.handBack(this, command, desk.claims());
    }

    @CommandHandler
    StandingResult subrogate(SubrogateInvoice command, InvoiceDesk desk) {
        return Holding.subrogate(this, command, desk.claims());
    }

    /** From now on it is paid in instalments. */
    public void joinPlan(String planId, LocalDate acknowledgedOn, boolean interestWaived) {
        Planning.join(this, planId, acknowledgedOn, interestWaived);
    }

    public void leavePlan(String planId, PlanEnd end) {
        Planning.leave(this, planId, end);
    }

    /** Takes note of what became of a delivery. */
    public void recordDelivery(String deliveryId, DeliveryOutcome outcome, Instant at, String note) {
        apply(new DeliveryRecorded(
                state.clientId(), state.invoiceId(), state.payer().value(), deliveryId, outcome, at, note));
    }

    @CommandHandler
    ChargeResult claim(ClaimCharge command, InvoiceDesk desk) {
        return Charging.claim(this, command, desk.claims());
    }

    @CommandHandler
    ChargeResult waive(WaiveCharge command) {
        return Charging.waive(this, command);
    }

    /**
     * Takes a payment, as much of it as is open: claimed charges first.
     *
     * @return what was taken of the money; zero when nothing is open any more
     */
    public BigDecimal receive(Booking booking, AgreedFee fee, Ledgers ledgers) {
        return Settling.receive(this, booking, fee, ledgers);
    }

    /**
     * Gives back all that this receipt paid; what it paid is open again.
     *
     * @return how much money that is; zero when it paid nothing
     */
    public BigDecimal undoPayment(String receiptId, String reason, Ledgers ledgers) {
        return Settling.undo(this, receiptId, reason, ledgers);
    }

    /**
     * Gives back what an approved credit note says: what is open falls by it.
     *
     * @return how much of it was not open any more, because it was paid already, yen
     */
    public BigDecimal credit(Credit credit, LocalDate today, Ledgers ledgers) {
        return Settling.credit(this, credit, today, ledgers);
    }

    /** Gives up what an approval says: what is open falls by it. */
    void writeOff(WriteOff approved, Ledgers ledgers) {
        WritingOff.writeOff(this, approved, ledgers);
    }

    /** Whether this reminder may speak of it: what it asks for is owed, and nobody else speaks for its stage. */
    public boolean fits(String reminderId, ReminderItem item, ContactChannel channel) {
        return Confirming.fits(state, reminderId, item, channel);
    }

    /** The reminder leaves in this commit. */
    public void confirmReminder(String reminderId, ReminderItem item, ContactChannel channel) {
        Confirming.confirm(this, reminderId, item, channel);
    }

    void replacementBegun(String by) {
        Confirming.replacementBegun(this, by);
    }

    void replacementEnded(String by) {
        Confirming.replacementEnded(this, by);
    }

    /** The payer was reminded. */
    public void reminded(
            String reminderId, ReminderItem item, ContactChannel channel, LocalDate on, LocalDate newDate) {
        Confirming.reminded(this, reminderId, item, channel, on, newDate);
    }

    /** The reminder did not leave, or did not arrive. */
    public void releaseReminder(String reminderId) {
        Confirming.release(this, reminderId);
    }

    /** @throws Refusal that begins with the status, unless it is allowed */
    void refuseUnless(boolean allowed, String code, String why) {
        if (!allowed) {
            throw Refusal.conflict(code, "the invoice is " + state.status() + ": " + why);
        }
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
    void on(CoverageDecided event) {
        state = state.with(event.coverage());
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
        state = state.with(state.after().reminding().issued(event.issuedOn()));
    }

    @EventSourcingHandler
    void on(DeliveryRequested event) {
        state = state.with(state.deliveries().with(event));
    }

    @EventSourcingHandler
    void on(DeliveryRecorded event, @Timestamp Instant recorded) {
        state = state.with(state.deliveries().with(event, recorded));
    }

    @EventSourcingHandler
    void on(PaymentReceived event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(InvoiceDeducted event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(InvoiceRecovered event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(PrepaymentSetOff event) {
        state = state.with(state.settlement().with(event));
    }

    @EventSourcingHandler
    void on(PaymentUndone event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(ChargeClaimed event) {
        state = state.with(state.settlement().with(event));
    }

    @EventSourcingHandler
    void on(ChargePaid event) {
        state = state.with(state.settlement().with(event));
    }

    @EventSourcingHandler
    void on(ChargeWaived event) {
        state = state.with(state.settlement().waived(event.chargeId()));
    }

    @EventSourcingHandler
    void on(InvoicePaid event) {
        state = state.with(InvoiceStatus.PAID);
    }

    @EventSourcingHandler
    void on(PaymentPromised event) {
        BigDecimal before = state.settlement().paidBy(LocalDate.MAX);
        state = state.with(state.after()
                .with(new Promise(event.promiseId(), event.amount(), event.payOn(), event.lastDay(), before)));
        state = state.with(state.after().reminding().withAnswer());
    }

    @EventSourcingHandler
    void on(PromiseSettled event) {
        state = state.with(state.after().with((Promise) null));
        if (event.outcome() == PromiseOutcome.BROKEN) {
            state = state.with(state.after().reminding().withBrokenPromise());
        }
    }

    @EventSourcingHandler
    void on(InvoiceDisputed event) {
        Dispute raised = Dispute.raised(event.disputeId(), event.amount());
        state = state.with(state.after().with(state.after().disputes().and(raised)));
        state = state.with(state.after().reminding().withAnswer());
    }

    @EventSourcingHandler
    void on(DisputeResolved event, @Timestamp Instant recorded) {
        state = state.with(state.after().with(state.after().disputes().resolved(event.disputeId(), event.amount())));
        if (event.outcome() != DisputeOutcome.UPHELD) {
            state = state.with(state.after().reminding().again(recorded));
        }
    }

    @EventSourcingHandler
    void on(ReminderConfirmed event) {
        state = state.with(state.after().reminding().with(event));
    }

    @EventSourcingHandler
    void on(InvoiceReminded event) {
        List<String> receipts =
                state.settlement().payments().stream().map(PaidPart::receiptId).toList();
        state = state.with(state.after().reminding().with(event, receipts));
    }

    @EventSourcingHandler
    void on(ReminderReleased event) {
        state = state.with(state.after().reminding().released(event.reminderId(), event.generation()));
    }

    @EventSourcingHandler
    void on(InvoiceCredited event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(InvoiceWrittenOff event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(ReplacementBegun event) {
        state = state.with(state.after().reminding().with(event));
    }

    @EventSourcingHandler
    void on(ReplacementEnded event) {
        state = state.with(state.after().reminding().with(event));
    }

    @EventSourcingHandler
    void on(LimitationFactWithdrawn event) {
        state = state.with(standing().without(event.factId()));
    }

    @EventSourcingHandler
    void on(LimitationFactRecorded event) {
        state = state.with(standing().and(Limiting.fact(event)));
    }

    @EventSourcingHandler
    void on(InvoiceHandedBack event) {
        state = state.with(standing().handedBack(event.handedBackOn()));
    }

    @EventSourcingHandler
    void on(InvoiceSubrogated event) {
        state = state.with(standing().with(event));
    }

    @EventSourcingHandler
    void on(InvoicePutOnPlan event) {
        state = state.with(standing().with(new Standing.OnPlan(event.planId(), event.interestWaived(), null)));
    }

    @EventSourcingHandler
    void on(InvoiceTakenOffPlan event) {
        boolean waived = standing().plan().interestWaived();
        state = state.with(standing().with(new Standing.OnPlan(event.planId(), waived, event.end())));
    }

    private Standing standing() {
        return state.after().standing();
    }

    @EventSourcingHandler
    void on(InvoiceCancelled event) {
        state = state.with(InvoiceStatus.CANCELLED);
    }

    public InvoiceState state() {
        return state;
    }
}
