package io.seikyu.contract.webhook;

import io.seikyu.contract.Event;
import java.time.Instant;
import java.util.List;

/** The life of a subscription to events (Webhook). */
public sealed interface WebhookEvent extends Event {
    String clientId();

    String webhookId();

    /**
     * @param types  stored names of the events that are wanted; empty: all
     * @param secret what its messages are signed with; sealed
     * @param after  messages begin behind this position of the log
     */
    record WebhookSubscribed(
            String clientId, String webhookId, String url, List<String> types, String secret, long after)
            implements WebhookEvent {}

    /** Noted now and then, and not for each message: the receiver took everything up to {@code position}. */
    record WebhookAdvanced(String clientId, String webhookId, long position) implements WebhookEvent {}

    /**
     * @param position of the event that was not taken
     * @param failures how often in a row
     * @param retryAt  when it is tried again
     */
    record WebhookFailed(String clientId, String webhookId, long position, int failures, String why, Instant retryAt)
            implements WebhookEvent {}

    /** Too many failures: nothing more is sent until a person resumes it. */
    record WebhookSuspended(String clientId, String webhookId, long position, String why) implements WebhookEvent {}

    record WebhookResumed(String clientId, String webhookId) implements WebhookEvent {}

    record WebhookRemoved(String clientId, String webhookId) implements WebhookEvent {}
}
