package io.seikyu.command.reminder;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.dunning.Approver;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.DunningEvent.ReminderAgreed;
import io.seikyu.contract.dunning.DunningEvent.ReminderCalled;
import io.seikyu.contract.dunning.DunningEvent.ReminderEdited;
import io.seikyu.contract.dunning.DunningEvent.ReminderFailed;
import io.seikyu.contract.dunning.DunningEvent.ReminderInDoubt;
import io.seikyu.contract.dunning.DunningEvent.ReminderNotSent;
import io.seikyu.contract.dunning.DunningEvent.ReminderPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderQueued;
import io.seikyu.contract.dunning.DunningEvent.ReminderRejected;
import io.seikyu.contract.dunning.DunningEvent.ReminderSent;
import io.seikyu.contract.dunning.DunningEvent.ReminderWithdrawn;
import io.seikyu.contract.dunning.DunningEvent.ReminderWrongInHindsight;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.dunning.ReminderCommand.CallAgain;
import io.seikyu.contract.dunning.ReminderCommand.DecideReminder;
import io.seikyu.contract.dunning.ReminderCommand.RecordCall;
import io.seikyu.contract.message.DeliveryOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** One contact with a payer about what is open (督促): planned, agreed to by whoever has to, and made or not. */
public class Reminder {
    @AggregateIdentifier
    private String id;

    private ReminderState state;

    Reminder() {}

    public Reminder(ReminderState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    /** To be called where an aggregate is made. */
    static Reminder planned(ReminderPlanned plan) {
        Reminder planned = new Reminder();
        apply(plan);
        return planned;
    }

    @CommandHandler
    ReminderResult decide(DecideReminder command, Agreements agreements) {
        Approver approver = agreements.whoIs(state, command.roles());
        if (state.status() != ReminderStatus.AWAITING_APPROVAL || !state.needs().contains(approver)) {
            throw Refusal.conflict(
                    "nothing-to-decide", "the reminder is " + state.status() + ": nobody waits for " + approver);
        }
        if (command.body() != null && state.channel() != ContactChannel.MAIL) {
            throw Refusal.conflict("only-mail-is-edited", "only the words of a mail can be replaced");
        }
        if (!command.approve()) {
            reject(approver);
        } else {
            if (command.body() != null) {
                apply(new ReminderEdited(
                        state.clientId(), state.reminderId(), state.accountId(), command.subject(), command.body()));
            }
            agree(approver);
        }
        agreements.decided(state, approver, command.approve(), command.reason());
        return ReminderResult.of(state);
    }

    @CommandHandler
    ReminderResult call(RecordCall command, Calls calls) {
        calls.check(state, command);
        apply(new ReminderCalled(
                state.clientId(),
                state.reminderId(),
                state.accountId(),
                command.outcome(),
                command.at(),
                command.spokeWith(),
                command.note(),
                command.callBackAt()));
        calls.follow(this, command);
        return ReminderResult.of(state);
    }

    @CommandHandler
    void callAgain(CallAgain command, Calls calls) {
        if (state.status() == ReminderStatus.QUEUED) {
            calls.again(state);
        }
    }

    void agree(Approver approver) {
        if (state.status() != ReminderStatus.AWAITING_APPROVAL || !state.needs().contains(approver)) {
            throw Refusal.conflict("nothing-to-decide", "the reminder is " + state.status());
        }
        apply(new ReminderAgreed(state.clientId(), state.reminderId(), state.accountId(), approver));
    }

    void reject(Approver approver) {
        if (state.status() == ReminderStatus.AWAITING_APPROVAL) {
            apply(new ReminderRejected(state.clientId(), state.reminderId(), state.accountId(), approver));
        }
    }

    void queued(String messageId, String subject, String body, List<String> templates, LocalDate newDate) {
        apply(new ReminderQueued(
                state.clientId(), state.reminderId(), state.accountId(), messageId, subject, body, templates, newDate));
    }

    /** Says nothing when it has ended: what left cannot be taken back. */
    void withdraw(List<DunningReason> reasons) {
        if (!state.status().hasEnded()) {
            apply(new ReminderWithdrawn(state.clientId(), state.reminderId(), state.accountId(), reasons));
        }
    }

    /** Whatever was thought of it before: the truth counts. */
    void sent(Instant at) {
        if (state.status() != ReminderStatus.SENT) {
            apply(new ReminderSent(state.clientId(), state.reminderId(), state.accountId(), at));
        }
    }

    void inDoubt() {
        apply(new ReminderInDoubt(state.clientId(), state.reminderId(), state.accountId()));
    }

    void notSent() {
        apply(new ReminderNotSent(state.clientId(), state.reminderId(), state.accountId()));
    }

    void failed(DeliveryOutcome outcome) {
        if (state.status() != ReminderStatus.FAILED) {
            apply(new ReminderFailed(state.clientId(), state.reminderId(), state.accountId(), outcome));
        }
    }

    /** @return whether that is news */
    boolean wrong(String invoiceId, String receiptId, LocalDate bookedOn) {
        if (state.wrong().contains(ReminderState.wrong(invoiceId, receiptId))) {
            return false;
        }
        apply(new ReminderWrongInHindsight(
                state.clientId(), state.reminderId(), state.accountId(), invoiceId, receiptId, bookedOn));
        return true;
    }

    @EventSourcingHandler
    void on(ReminderWrongInHindsight event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(ReminderPlanned event) {
        state = ReminderState.of(event);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(ReminderAgreed event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(ReminderEdited event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(ReminderRejected event) {
        state = state.with(ReminderStatus.REJECTED);
    }

    @EventSourcingHandler
    void on(ReminderCalled event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(ReminderQueued event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(ReminderSent event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(ReminderInDoubt event) {
        state = state.with(ReminderStatus.IN_DOUBT);
    }

    @EventSourcingHandler
    void on(ReminderNotSent event) {
        state = state.with(ReminderStatus.QUEUED);
    }

    @EventSourcingHandler
    void on(ReminderFailed event) {
        state = state.with(ReminderStatus.FAILED);
    }

    @EventSourcingHandler
    void on(ReminderWithdrawn event) {
        state = state.with(ReminderStatus.WITHDRAWN);
    }

    public ReminderState state() {
        return state;
    }
}
