package io.seikyu.query.message;

import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.DeliveryOutcome;
import io.seikyu.contract.message.MessageEvent.Doubt;
import io.seikyu.contract.message.Purpose;
import io.seikyu.contract.message.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message to somebody outside, and every attempt to send it.
 *
 * @param changedAt when its state last changed
 * @param retryAt   not before then, while it waits after a refusal
 * @param doubt     why nobody knows whether it left, while it is in doubt
 */
public record MessageView(
        String clientId,
        String messageId,
        String accountId,
        Purpose purpose,
        Channel channel,
        List<Reference> about,
        List<String> to,
        int round,
        State state,
        Instant queuedAt,
        Instant changedAt,
        Instant retryAt,
        Doubt doubt,
        String note,
        List<Attempt> attempts) {

    public enum State {
        QUEUED,
        SENDING,
        TO_HAND_OVER,
        IN_DOUBT,
        SENT,
        DELIVERED,
        BOUNCED,
        RETURNED,
        FAILED,
        WITHDRAWN;

        static State of(DeliveryOutcome outcome) {
            return valueOf(outcome.name());
        }
    }

    /**
     * @param headerId the mail's {@code Message-ID}
     * @param digest   SHA-256 of what left, hexadecimal
     * @param result   absent while it is not known: {@code SENT}, or the code of the refusal
     * @param response of the other side
     */
    public record Attempt(
            int number,
            Instant startedAt,
            Instant leaseUntil,
            String headerId,
            String digest,
            String result,
            String response) {
        Attempt with(String ended, String said) {
            return new Attempt(number, startedAt, leaseUntil, headerId, digest, ended, said);
        }
    }

    MessageView with(State next, Instant at) {
        return copy(next, at, null, null, note, attempts);
    }

    MessageView inDoubt(Doubt cause, Instant at) {
        return copy(State.IN_DOUBT, at, null, cause, note, attempts);
    }

    MessageView refused(Instant again, Instant at) {
        return copy(again == null ? State.FAILED : State.QUEUED, at, again, null, note, attempts);
    }

    MessageView noted(String words) {
        return copy(state, changedAt, retryAt, doubt, words == null ? note : words, attempts);
    }

    MessageView and(Attempt next) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(next);
        return copy(state, changedAt, retryAt, doubt, note, List.copyOf(all));
    }

    MessageView ended(int attempt, String result, String response) {
        return copy(
                state,
                changedAt,
                retryAt,
                doubt,
                note,
                attempts.stream()
                        .map(one -> one.number() == attempt ? one.with(result, response) : one)
                        .toList());
    }

    private MessageView copy(State next, Instant at, Instant again, Doubt cause, String words, List<Attempt> tried) {
        return new MessageView(
                clientId, messageId, accountId, purpose, channel, about, to, round, next, queuedAt, at, again, cause,
                words, tried);
    }
}
