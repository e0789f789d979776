package io.seikyu.query.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of another system to events. What its messages are signed with is not shown.
 *
 * @param events      stored names of the events that are wanted; empty: all
 * @param position    everything up to it was taken, noted every thousand positions and after failures
 * @param failures    in a row
 * @param lastFailure absent while all goes well
 */
public record WebhookView(
        String webhookId,
        String clientId,
        String url,
        List<String> events,
        Status status,
        long position,
        int failures,
        @Nullable Failure lastFailure) {

    public enum Status {
        ACTIVE,
        SUSPENDED,
        REMOVED
    }

    /**
     * @param position of the event that was not taken
     * @param retryAt  when it is tried again
     */
    public record Failure(Instant at, long position, String why, Instant retryAt) {}

    WebhookView at(long taken) {
        return new WebhookView(webhookId, clientId, url, events, status, taken, 0, null);
    }

    WebhookView failed(int times, Failure failure) {
        return new WebhookView(webhookId, clientId, url, events, status, position, times, failure);
    }

    WebhookView with(Status next) {
        return new WebhookView(webhookId, clientId, url, events, next, position, failures, lastFailure);
    }
}
