package io.seikyu.command.message;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.DeliveryOutcome;
import io.seikyu.contract.message.MessageCommand.RecordDoubt;
import io.seikyu.contract.message.MessageCommand.RecordMessageOutcome;
import io.seikyu.contract.message.MessageCommand.RecordRefusal;
import io.seikyu.contract.message.MessageCommand.RecordSent;
import io.seikyu.contract.message.MessageCommand.SettleMessage;
import io.seikyu.contract.message.MessageCommand.StartSending;
import io.seikyu.contract.message.MessageCommand.WithdrawLetter;
import io.seikyu.contract.message.MessageEvent.Doubt;
import io.seikyu.contract.message.MessageEvent.MessageOutcomeRecorded;
import io.seikyu.contract.message.MessageEvent.MessageQueued;
import io.seikyu.contract.message.MessageEvent.MessageSent;
import io.seikyu.contract.message.MessageEvent.MessageSettled;
import io.seikyu.contract.message.MessageEvent.MessageWithdrawn;
import io.seikyu.contract.message.MessageEvent.SendingInDoubt;
import io.seikyu.contract.message.MessageEvent.SendingRefused;
import io.seikyu.contract.message.MessageEvent.SendingStarted;
import io.seikyu.contract.message.Reference;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/**
 * A message to somebody outside (送付), sent at most once. Each attempt is in the log before anything leaves. Only a
 * definite refusal of the other side frees the next attempt; where the answer was lost, a person says what became of it.
 */
public class Message {
    @AggregateIdentifier
    private String id;

    private MessageState state;

    Message() {}

    Message(MessageQueued event) {
        apply(event);
    }

    public Message(MessageState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    @CommandHandler
    AttemptResult start(StartSending command, SendingGate gate, MessageOwners owners, AttemptClaims claims) {
        if (state.status() != MessageStatus.QUEUED
                || command.attempt() != state.attempts() + 1
                || state.retryAt() != null && state.retryAt().isAfter(command.now())) {
            return AttemptResult.NOT_NOW;
        }
        if (!owners.want(state)) {
            withdraw(owners);
            return AttemptResult.WITHDRAWN;
        }
        return switch (gate.look(state.clientId(), command.instance(), state.freeSince())) {
            case CLOSED -> AttemptResult.HELD;
            case DOUBTFUL -> {
                doubt(Doubt.RESTORED, owners);
                yield AttemptResult.IN_DOUBT;
            }
            case OPEN -> {
                owners.of(state).leaves(state);
                claims.claim(state.id(), command.attempt());
                apply(new SendingStarted(
                        state.clientId(),
                        state.messageId(),
                        state.accountId(),
                        command.attempt(),
                        command.headerId(),
                        command.digest(),
                        command.now(),
                        command.leaseUntil()));
                yield AttemptResult.STARTED;
            }
        };
    }

    /** What a person may be carrying to the letter box cannot be called back: he says so, and that counts. */
    @CommandHandler
    void withdraw(WithdrawLetter command, MessageOwners owners) {
        boolean waits = state.channel() == Channel.LETTER && state.status() == MessageStatus.TO_HAND_OVER;
        if (waits && !owners.want(state)) {
            withdraw(owners);
        }
    }

    private void withdraw(MessageOwners owners) {
        apply(new MessageWithdrawn(state.clientId(), state.messageId(), state.accountId()));
        tell(owners, DeliveryOutcome.WITHDRAWN, null, null);
    }

    /** The truth counts even when it comes late: the attempt may be in doubt by now, or said not to have left. */
    @CommandHandler
    void sent(RecordSent command, MessageOwners owners) {
        if (state.status().hasLeft()) {
            return;
        }
        boolean saidNotToHaveLeft = state.status() == MessageStatus.QUEUED && command.attempt() == state.attempts();
        if (!saidNotToHaveLeft) {
            refuseUnlessOpen(command.attempt());
        }
        apply(new MessageSent(
                state.clientId(),
                state.messageId(),
                state.accountId(),
                command.attempt(),
                state.headerId(),
                command.response()));
        tell(owners, DeliveryOutcome.SENT, null, null);
    }

    @CommandHandler
    void refused(RecordRefusal command, MessageOwners owners) {
        refuseUnlessOpen(command.attempt());
        boolean wasInDoubt = state.status() == MessageStatus.IN_DOUBT;
        apply(new SendingRefused(
                state.clientId(),
                state.messageId(),
                state.accountId(),
                command.attempt(),
                command.code(),
                command.response(),
                state.refusals() + (command.counts() ? 1 : 0),
                command.retryAt()));
        if (command.retryAt() == null) {
            tell(owners, DeliveryOutcome.FAILED, null, null);
        } else if (wasInDoubt) {
            tell(owners, DeliveryOutcome.NOT_SENT, null, null);
        }
    }

    /** A lease that has not lapsed, or an attempt that has ended, is nothing to doubt. */
    @CommandHandler
    void doubt(RecordDoubt command, MessageOwners owners) {
        boolean underWay = state.status() == MessageStatus.SENDING && command.attempt() == state.attempts();
        boolean lapsed = command.cause() != Doubt.LEASE_LAPSED
                || underWay && !command.now().isBefore(state.leaseUntil());
        if (underWay && lapsed) {
            doubt(command.cause(), owners);
        }
    }

    private void doubt(Doubt cause, MessageOwners owners) {
        apply(new SendingInDoubt(state.clientId(), state.messageId(), state.accountId(), state.attempts(), cause));
        tell(owners, DeliveryOutcome.IN_DOUBT, null, null);
    }

    @CommandHandler
    MessageResult settle(SettleMessage command, MessageOwners owners) {
        refuseOther(command.about());
        if (state.status() != MessageStatus.IN_DOUBT && state.status() != MessageStatus.TO_HAND_OVER) {
            throw refusal(
                    "nothing-to-settle",
                    "only a delivery in doubt, or one that a person carries out, can be said to have left or not");
        }
        apply(new MessageSettled(
                state.clientId(), state.messageId(), state.accountId(), command.sent(), command.note()));
        DeliveryOutcome freed = state.channel() == Channel.MAIL ? DeliveryOutcome.NOT_SENT : DeliveryOutcome.FAILED;
        tell(owners, command.sent() ? DeliveryOutcome.SENT : freed, null, command.note());
        return MessageResult.of(state);
    }

    @CommandHandler
    MessageResult record(RecordMessageOutcome command, MessageOwners owners) {
        refuseOther(command.about());
        MessageStatus next = MessageStatus.valueOf(command.outcome().name());
        if (next == state.status()) {
            return MessageResult.of(state);
        }
        refuseContradiction(next);
        apply(new MessageOutcomeRecorded(
                state.clientId(),
                state.messageId(),
                state.accountId(),
                command.outcome(),
                command.at(),
                command.note()));
        tell(owners, command.outcome(), command.at(), command.note());
        return MessageResult.of(state);
    }

    private void refuseContradiction(MessageStatus next) {
        if (next == MessageStatus.BOUNCED && state.channel() != Channel.MAIL
                || next == MessageStatus.RETURNED && state.channel() == Channel.MAIL) {
            throw refusal(
                    "outcome-not-of-channel",
                    "mail bounces (BOUNCED) and letters come back (RETURNED); this one went by " + state.channel());
        }
        if (state.status().cameBack()) {
            throw refusal("delivery-ended", "it came back; send it again by POST .../deliveries");
        }
        boolean mayHaveLeft = state.status().hasLeft()
                || state.status() == MessageStatus.IN_DOUBT
                || state.status() == MessageStatus.TO_HAND_OVER;
        if (!mayHaveLeft) {
            throw refusal(
                    "not-sent",
                    state.status() == MessageStatus.FAILED || state.status() == MessageStatus.WITHDRAWN
                            ? "it never left; send it again by POST .../deliveries"
                            : "it has not left yet; wait for it");
        }
        if (next == MessageStatus.SENT && state.status() == MessageStatus.DELIVERED) {
            throw refusal("delivery-ended", "it is known to have arrived");
        }
    }

    private void refuseOther(Reference about) {
        if (!state.isAbout(about)) {
            throw Refusal.notFound(
                    "message-not-found", "there is no message '" + state.messageId() + "' about " + about.id());
        }
    }

    private void refuseUnlessOpen(int attempt) {
        if (!state.isOpen(attempt)) {
            throw refusal("attempt-over", "nobody waits for the result of attempt " + attempt + " any more");
        }
    }

    private Refusal refusal(String code, String why) {
        return Refusal.conflict(code, "the delivery is " + state.status() + ": " + why);
    }

    private void tell(MessageOwners owners, DeliveryOutcome outcome, Instant at, String note) {
        owners.of(state).tell(state, outcome, at, note);
    }

    @EventSourcingHandler
    void on(MessageQueued event, @Timestamp Instant at) {
        state = MessageState.of(event, at);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(SendingStarted event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(MessageSent event) {
        state = state.with(MessageStatus.SENT);
    }

    @EventSourcingHandler
    void on(SendingRefused event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(SendingInDoubt event) {
        state = state.with(MessageStatus.IN_DOUBT);
    }

    @EventSourcingHandler
    void on(MessageSettled event, @Timestamp Instant at) {
        state = event.sent() ? state.with(MessageStatus.SENT) : state.freed(at);
    }

    @EventSourcingHandler
    void on(MessageOutcomeRecorded event) {
        state = state.with(MessageStatus.valueOf(event.outcome().name()));
    }

    @EventSourcingHandler
    void on(MessageWithdrawn event) {
        state = state.with(MessageStatus.WITHDRAWN);
    }

    public MessageState state() {
        return state;
    }
}
