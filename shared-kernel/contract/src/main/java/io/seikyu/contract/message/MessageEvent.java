package io.seikyu.contract.message;

import io.seikyu.contract.Event;
import java.time.Instant;
import java.util.List;

/**
 * The life of a message to somebody outside (送付). Each names the account it is for, whose key seals what is personal in
 * it.
 */
public sealed interface MessageEvent extends Event {
    String clientId();

    String messageId();

    String accountId();

    /**
     * It is to be sent.
     *
     * @param about what it is about; the first is what caused it
     * @param to    mail addresses, or one postal address; empty when the client company hands it over
     * @param round how often the same thing was sent before, and 1
     */
    record MessageQueued(
            String clientId,
            String messageId,
            String accountId,
            Purpose purpose,
            Channel channel,
            List<Reference> about,
            List<String> to,
            int round)
            implements MessageEvent {}

    /**
     * Durable before anything leaves.
     *
     * @param attempt    from 1; the commit claims it
     * @param headerId   the mail's {@code Message-ID}, the same for the same attempt whoever makes it
     * @param digest     SHA-256 of what is about to leave, hexadecimal; absent when it could not be written
     * @param startedAt  by the machine's clock
     * @param leaseUntil by the machine's clock: no result until then leaves it in doubt
     */
    record SendingStarted(
            String clientId,
            String messageId,
            String accountId,
            int attempt,
            String headerId,
            String digest,
            Instant startedAt,
            Instant leaseUntil)
            implements MessageEvent {}

    /** @param response what the other side said when it took the message; sealed */
    record MessageSent(
            String clientId, String messageId, String accountId, int attempt, String headerId, String response)
            implements MessageEvent {}

    /**
     * This attempt is known not to have left anything with the other side.
     *
     * @param code     the mail server's reply, e.g. {@code 451}, or a word: {@code connection}, {@code unwritable},
     *                 {@code stopped}
     * @param response in the other side's words; sealed
     * @param refusals how many attempts were refused in a row
     * @param retryAt  by the machine's clock, when the next attempt may start; absent when there is none
     */
    record SendingRefused(
            String clientId,
            String messageId,
            String accountId,
            int attempt,
            String code,
            String response,
            int refusals,
            Instant retryAt)
            implements MessageEvent {}

    /** Whether it left is not known; it is not sent again before a person has said. */
    record SendingInDoubt(String clientId, String messageId, String accountId, int attempt, Doubt cause)
            implements MessageEvent {}

    /**
     * A person said what became of it.
     *
     * @param sent whether it left; if not, it is sent again
     */
    record MessageSettled(String clientId, String messageId, String accountId, boolean sent, String note)
            implements MessageEvent {}

    /**
     * What was heard of it after it left.
     *
     * @param at when it happened, as whoever recorded it says; may be absent
     */
    record MessageOutcomeRecorded(
            String clientId, String messageId, String accountId, DeliveryOutcome outcome, Instant at, String note)
            implements MessageEvent {}

    /** What it is about ended before it left. */
    record MessageWithdrawn(String clientId, String messageId, String accountId) implements MessageEvent {}

    /** Why nobody knows whether a message left. */
    enum Doubt {
        /** The attempt's process did not say in time; it may have died. */
        LEASE_LAPSED,
        /** The connection ended after the message was on its way, and before the other side said that it has it. */
        CONNECTION_LOST,
        /** It waited in a log that was restored, and may have gone out after that copy was made. */
        RESTORED
    }
}
