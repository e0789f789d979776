package io.seikyu.command.message;

import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.MessageEvent.MessageQueued;
import io.seikyu.contract.message.MessageEvent.SendingRefused;
import io.seikyu.contract.message.MessageEvent.SendingStarted;
import io.seikyu.contract.message.Purpose;
import io.seikyu.contract.message.Reference;
import java.time.Instant;
import java.util.List;

/**
 * What a message has to know to decide. Where it goes is not in it: nothing here is personal data.
 *
 * @param freeSince  business time at which it was queued, or a person said that it had not left
 * @param attempts   how many have begun
 * @param refusals   how many were refused in a row
 * @param retryAt    by the machine's clock, or null
 * @param leaseUntil of the attempt that is under way, by the machine's clock
 */
public record MessageState(
        String clientId,
        String messageId,
        String accountId,
        Purpose purpose,
        Channel channel,
        List<Reference> about,
        int round,
        MessageStatus status,
        Instant freeSince,
        int attempts,
        int refusals,
        Instant retryAt,
        String headerId,
        Instant leaseUntil) {

    static MessageState of(MessageQueued event, Instant at) {
        return new MessageState(
                event.clientId(),
                event.messageId(),
                event.accountId(),
                event.purpose(),
                event.channel(),
                event.about(),
                event.round(),
                event.channel() == Channel.MAIL ? MessageStatus.QUEUED : MessageStatus.TO_HAND_OVER,
                at,
                0,
                0,
                null,
                null,
                null);
    }

    MessageState with(SendingStarted event) {
        return copy(
                MessageStatus.SENDING,
                freeSince,
                event.attempt(),
                refusals,
                null,
                event.headerId(),
                event.leaseUntil());
    }

    MessageState with(SendingRefused event) {
        MessageStatus next = event.retryAt() == null ? MessageStatus.FAILED : MessageStatus.QUEUED;
        return copy(next, freeSince, attempts, event.refusals(), event.retryAt(), headerId, null);
    }

    MessageState with(MessageStatus next) {
        return copy(next, freeSince, attempts, refusals, null, headerId, null);
    }

    /** A person said that it did not leave. */
    MessageState freed(Instant at) {
        return copy(
                channel == Channel.MAIL ? MessageStatus.QUEUED : MessageStatus.FAILED,
                at,
                attempts,
                0,
                null,
                headerId,
                null);
    }

    private MessageState copy(
            MessageStatus next, Instant free, int begun, int refused, Instant retry, String header, Instant lease) {
        return new MessageState(
                clientId, messageId, accountId, purpose, channel, about, round, next, free, begun, refused, retry,
                header, lease);
    }

    public MessageId id() {
        return new MessageId(clientId, messageId);
    }

    boolean isAbout(Reference reference) {
        return reference == null || about.contains(reference);
    }

    /** Whether nobody knows yet how this attempt ended. */
    boolean isOpen(int attempt) {
        return attempt == attempts && (status == MessageStatus.SENDING || status == MessageStatus.IN_DOUBT);
    }
}
