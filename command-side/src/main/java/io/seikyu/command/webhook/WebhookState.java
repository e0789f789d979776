package io.seikyu.command.webhook;

import io.seikyu.contract.id.WebhookId;

/**
 * What a subscription has to know to decide.
 *
 * @param position everything up to it was taken, as far as is known
 * @param failures in a row
 */
public record WebhookState(String clientId, String webhookId, Status status, long position, int failures) {
    public enum Status {
        ACTIVE,
        SUSPENDED,
        REMOVED
    }

    WebhookState with(Status next) {
        return new WebhookState(clientId, webhookId, next, position, 0);
    }

    WebhookState at(long taken) {
        return new WebhookState(clientId, webhookId, status, taken, 0);
    }

    WebhookState failed(int times) {
        return new WebhookState(clientId, webhookId, status, position, times);
    }

    WebhookId id() {
        return new WebhookId(clientId, webhookId);
    }
}
