package io.seikyu.command.outbox;

import io.seikyu.command.message.AttemptResult;
import io.seikyu.command.message.Message;
import io.seikyu.command.message.MessageOwners;
import io.seikyu.command.message.MessageState;
import io.seikyu.command.message.MessageStatus;
import io.seikyu.command.message.SendingGate;
import io.seikyu.command.message.SendingGate.Verdict;
import io.seikyu.command.outbox.MailTransport.Accepted;
import io.seikyu.command.outbox.MailTransport.Mail;
import io.seikyu.command.outbox.MailTransport.Refused;
import io.seikyu.command.outbox.MailTransport.Result;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.sending.Instance;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.message.MessageCommand;
import io.seikyu.contract.message.MessageCommand.RecordDoubt;
import io.seikyu.contract.message.MessageCommand.RecordRefusal;
import io.seikyu.contract.message.MessageCommand.RecordSent;
import io.seikyu.contract.message.MessageCommand.StartSending;
import io.seikyu.contract.message.MessageEvent.Doubt;
import io.seikyu.web.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one message: writes it, has the log say that the attempt begins, sends, has the log say what came of it. Of
 * several processes that try at the same time the log lets one begin.
 */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    static final String ACTOR = "outbox";

    private static final int UNAVAILABLE = 503;
    private static final long PAUSE_MILLIS = 200;

    private final CachingRepository<Message, MessageState> messages;
    private final OwnCommands commands;
    private final SendingGate gate;
    private final Instance instance;
    private final MessageOwners owners;
    private final MailDesk desk;
    private final MailTransport transport;
    private final Patience patience;
    private final Duration lease;
    private final Clock machineClock;

    Courier(
            CachingRepository<Message, MessageState> messages,
            OwnCommands commands,
            SendingGate gate,
            Instance instance,
            MessageOwners owners,
            MailDesk desk,
            MailTransport transport,
            Patience patience,
            Duration lease,
            Clock machineClock) {
        this.messages = messages;
        this.commands = commands;
        this.gate = gate;
        this.instance = instance;
        this.owners = owners;
        this.desk = desk;
        this.transport = transport;
        this.patience = patience;
        this.lease = lease;
        this.machineClock = machineClock;
    }

    /** Does for the message of this stream what is to be done now, if anything. */
    void carry(String stream) {
        MessageState message = messages.find(stream).map(Message::state).orElse(null);
        if (message == null) {
            return;
        }
        Instant now = machineClock.instant();
        if (message.status() == MessageStatus.SENDING && !now.isBefore(message.leaseUntil())) {
            record(message, new RecordDoubt(message.id(), message.attempts(), Doubt.LEASE_LAPSED, now), now);
        } else if (message.status() == MessageStatus.QUEUED
                && (message.retryAt() == null || !message.retryAt().isAfter(now))) {
            attempt(message);
        }
    }

    private void attempt(MessageState message) {
        int attempt = message.attempts() + 1;
        Written written = desk.write(message, attempt);
        Instant now = machineClock.instant();
        Instant until = now.plus(lease);
        AttemptResult begun = commands.send(
                message.clientId(),
                ACTOR,
                null,
                new StartSending(
                        message.id(), attempt, written.headerId(), written.digest(), now, until, instance.name()));
        if (begun == AttemptResult.STARTED) {
            Result result = written.mail(message, attempt, until)
                    .map(mail -> isStopped(message) ? stopped() : transport.send(mail))
                    .orElseGet(() -> new Refused(false, "unwritable", written.fault()));
            record(message, told(message, attempt, result), until);
        }
    }

    /**
     * The last look: what passes it may be on the wire when a stop, or the payer's insolvency, is acknowledged, and
     * nothing else.
     */
    private boolean isStopped(MessageState message) {
        return owners.contactStopped(message)
                || gate.look(message.clientId(), instance.name(), Instant.MAX) != Verdict.OPEN;
    }

    private static Result stopped() {
        return new Refused(false, "stopped", null);
    }

    private MessageCommand told(MessageState message, int attempt, Result result) {
        Instant now = machineClock.instant();
        if (result instanceof Accepted accepted) {
            return new RecordSent(message.id(), attempt, accepted.response());
        }
        if (result instanceof Refused refused) {
            boolean counts = !refused.code().equals("stopped");
            Instant retry = counts ? patience.next(message.refusals() + 1, now) : now;
            return new RecordRefusal(
                    message.id(),
                    attempt,
                    refused.code(),
                    refused.response(),
                    counts,
                    refused.permanent() ? null : retry);
        }
        return new RecordDoubt(message.id(), attempt, Doubt.CONNECTION_LOST, now);
    }

    /** As long as the log cannot be written it is tried again; after the lease the message is in doubt by itself. */
    private void record(MessageState message, MessageCommand result, Instant until) {
        while (true) {
            try {
                commands.send(message.clientId(), ACTOR, null, result);
                return;
            } catch (ProblemException e) {
                if (e.status() != UNAVAILABLE || machineClock.instant().isAfter(until)) {
                    LOG.warn("{}: what became of it was not recorded ({})", message.id(), e.code());
                    return;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * A message as it is about to leave.
     *
     * @param content null when it could not be written
     * @param fault   why not
     */
    record Written(String headerId, List<String> to, byte[] content, String digest, String fault) {
        Optional<Mail> mail(MessageState message, int attempt, Instant until) {
            return Optional.ofNullable(content)
                    .map(bytes -> new Mail(message.clientId(), message.messageId() + "." + attempt, to, bytes, until));
        }
    }
}
