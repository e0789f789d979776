package io.seikyu.query.message;

import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.MessageEvent.Doubt;
import io.seikyu.contract.message.Purpose;
import io.seikyu.contract.message.Reference;
import io.seikyu.query.message.MessageView.Attempt;
import io.seikyu.query.sending.Stopped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to somebody outside, and every attempt to send it.
 *
 * @param about     what it is about; the first is what caused it
 * @param retryAt   not before then, while it waits after a refusal
 * @param doubt     why nobody knows whether it left, while it is in doubt
 */
public record MessageAnswer(
        String messageId,
        String clientId,
        String accountId,
        Purpose purpose,
        Channel channel,
        List<Reference> about,
        @Nullable List<String> to,
        int round,
        State state,
        Instant queuedAt,
        Instant changedAt,
        @Nullable Instant retryAt,
        @Nullable Doubt doubt,
        @Nullable String note,
        List<Attempt> attempts) {

    /** As a person sees it. */
    public enum State {
        QUEUED,
        /** To be sent, but sending is stopped. */
        HELD,
        SENDING,
        /** A person has to post it, or the client company to hand it over. */
        TO_HAND_OVER,
        IN_DOUBT,
        SENT,
        DELIVERED,
        BOUNCED,
        RETURNED,
        FAILED,
        WITHDRAWN
    }

    static MessageAnswer of(MessageView view, Stopped stopped) {
        boolean held = view.state() == MessageView.State.QUEUED && stopped.stops(view.clientId());
        return new MessageAnswer(
                view.messageId(),
                view.clientId(),
                view.accountId(),
                view.purpose(),
                view.channel(),
                view.about(),
                view.to(),
                view.round(),
                held ? State.HELD : State.valueOf(view.state().name()),
                view.queuedAt(),
                view.changedAt(),
                view.retryAt(),
                view.doubt(),
                view.note(),
                view.attempts());
    }
}
