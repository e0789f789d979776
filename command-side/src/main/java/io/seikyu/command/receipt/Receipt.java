package io.seikyu.command.receipt;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.approval.Approvals;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.CreditNoteId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptCommand.AllocateReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.AskRefund;
import io.seikyu.contract.receipt.ReceiptCommand.AssignReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.IdentifyPayer;
import io.seikyu.contract.receipt.ReceiptCommand.MatchAgain;
import io.seikyu.contract.receipt.ReceiptCommand.RecordReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.ReverseReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.UndoAllocation;
import io.seikyu.contract.receipt.ReceiptEvent.AllocationUndone;
import io.seikyu.contract.receipt.ReceiptEvent.CandidatesFound;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.contract.receipt.ReceiptEvent.PayerIdentified;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRefunded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptReversed;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptSetOff;
import io.seikyu.contract.receipt.ReceiptEvent.RefundAsked;
import io.seikyu.contract.receipt.ReceiptEvent.RefundDeclined;
import io.seikyu.contract.receipt.ReceiptSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * Money that came in (入金). Every yen of it is with an invoice, unapplied as the payer's credit, refunded or reversed. What
 * it decides stands in the classes beside it: {@link Recording}, {@link Allocating}, {@link Refunding}.
 */
public class Receipt {
    @AggregateIdentifier
    private String id;

    private ReceiptState state;

    Receipt() {}

    public Receipt(ReceiptState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    /** No money came in, but what a credit note gave back is kept as if it had. */
    static Receipt kept(ReceiptId id, CreditNoteId creditNote, AccountId payer, BigDecimal amount, LocalDate on) {
        Receipt receipt = new Receipt();
        apply(new ReceiptRecorded(
                id.tenant(),
                id.value(),
                on,
                amount,
                null,
                Method.OTHER,
                null,
                null,
                null,
                payer.toString(),
                payer.value(),
                new ReceiptSource(ReceiptSource.Kind.CREDIT_NOTE, null, null, creditNote.value())));
        return receipt;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    ReceiptResult record(RecordReceipt command, ReceiptDesk desk) {
        return Recording.record(this, command, desk);
    }

    /** Where anybody has said anything of it, that is left alone. */
    @CommandHandler
    ReceiptResult matchAgain(MatchAgain command, ReceiptDesk desk) {
        return state.isToBeMatched() && state.isUntouched() ? Matching.match(this, desk) : ReceiptResult.of(state);
    }

    @CommandHandler
    ReceiptResult allocate(AllocateReceipt command, ReceiptDesk desk) {
        return Allocating.allocate(this, command, desk);
    }

    @CommandHandler
    ReceiptResult undo(UndoAllocation command, ReceiptDesk desk) {
        return Allocating.undo(this, command, desk);
    }

    @CommandHandler
    ReceiptResult reverse(ReverseReceipt command, ReceiptDesk desk, Approvals approvals) {
        return Allocating.reverse(this, command, desk, approvals);
    }

    @CommandHandler
    RefundWaiting ask(AskRefund command, Approvals approvals) {
        return Refunding.ask(this, command, approvals);
    }

    void refund(String refundId, LocalDate today, Tasks tasks) {
        Refunding.refund(this, refundId, today, tasks);
    }

    void decline(String refundId, String why) {
        Refunding.decline(this, refundId, why);
    }

    @CommandHandler
    ReceiptResult identify(IdentifyPayer command, ReceiptDesk desk) {
        refuseUnlessAlive();
        desk.accounts().get(new AccountId(state.clientId(), command.accountId()));
        if (command.accountId().equals(state.payer())) {
            return ReceiptResult.of(state);
        }
        if (state.payer() != null && state.allocated().signum() > 0) {
            throw Refusal.conflict(
                    "receipt-allocated",
                    "invoices of payer '" + state.payer() + "' took some of it: undo these allocations first");
        }
        apply(new PayerIdentified(state.clientId(), state.receiptId(), command.accountId()));
        return ReceiptResult.of(state);
    }

    @CommandHandler
    ReceiptResult assign(AssignReceipt command, ReceiptDesk desk) {
        if (!state.isOfTheAgency()) {
            throw Refusal.conflict("receipt-has-client", "this money is a client company's already");
        }
        if (state.isAssignedBy(command)) {
            return ReceiptResult.of(state);
        }
        refuseUnlessAlive();
        desk.clients().get(new ClientId(command.clientId()));
        if (command.accountId() != null) {
            desk.accounts().get(new AccountId(command.clientId(), command.accountId()));
        }
        passOn(command, desk);
        return ReceiptResult.of(state);
    }

    void passOn(AssignReceipt command, ReceiptDesk desk) {
        apply(new ReceiptAssigned(
                state.clientId(),
                state.receiptId(),
                command.clientId(),
                command.receiptId(),
                command.accountId(),
                state.unapplied(),
                command.reason(),
                command.match()));
        desk.tasks().complete(ReceiptTasks.allocation(state), "ASSIGNED");
    }

    /**
     * An invoice that names this money as paid before takes it.
     *
     * @return when it came in
     */
    LocalDate setOff(String invoiceId, AccountId payer, BigDecimal amount) {
        return Allocating.setOff(this, invoiceId, payer, amount);
    }

    /** What the invoice had of it is unapplied again. */
    void release(String invoiceId, String reason) {
        state.shareOf(invoiceId).ifPresent(amount -> unapplied(invoiceId, amount, reason));
    }

    void unapplied(String invoiceId, BigDecimal amount, String reason) {
        apply(new AllocationUndone(state.clientId(), state.receiptId(), invoiceId, amount, reason));
    }

    /** @throws Refusal when nothing can happen to this money any more */
    void refuseUnlessAlive() {
        if (state.status() == ReceiptStatus.REVERSED) {
            throw Refusal.conflict("receipt-reversed", "this receipt was reversed: the money is not there");
        }
        if (state.status() == ReceiptStatus.ASSIGNED) {
            throw Refusal.conflict(
                    "receipt-assigned", "this money was passed on to its client company: go on with the receipt there");
        }
    }

    @EventSourcingHandler
    void on(ReceiptRecorded event) {
        state = ReceiptState.of(event);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(CandidatesFound event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(PayerIdentified event) {
        state = state.paidBy(event.accountId());
    }

    @EventSourcingHandler
    void on(ReceiptAllocated event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(ReceiptSetOff event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(AllocationUndone event) {
        state = state.without(event);
    }

    @EventSourcingHandler
    void on(ReceiptReversed event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(RefundAsked event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(ReceiptRefunded event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(RefundDeclined event) {
        state = state.declined(event.refundId());
    }

    @EventSourcingHandler
    void on(ReceiptAssigned event) {
        state = state.with(event);
    }

    public ReceiptState state() {
        return state;
    }
}
