package io.seikyu.command.webhook;

import io.seikyu.command.webhook.OpenWebhooks.Subscription;
import io.seikyu.command.webhook.WebhookState.Status;
import io.seikyu.command.work.WorkList;
import io.seikyu.contract.webhook.WebhookEvent.WebhookAdvanced;
import io.seikyu.contract.webhook.WebhookEvent.WebhookFailed;
import io.seikyu.contract.webhook.WebhookEvent.WebhookRemoved;
import io.seikyu.contract.webhook.WebhookEvent.WebhookResumed;
import io.seikyu.contract.webhook.WebhookEvent.WebhookSubscribed;
import io.seikyu.contract.webhook.WebhookEvent.WebhookSuspended;
import io.seikyu.projection.Folds;
import java.time.Instant;
import java.util.List;

/** Who is to be told of events. */
final class OpenWebhooks implements WorkList<Subscription> {
    private static final Folds<Subscription> FOLDS = new Folds<Subscription>()
            .startingWith(
                    WebhookSubscribed.class,
                    (event, recorded) -> new Subscription(
                            event.clientId(),
                            event.webhookId(),
                            event.url(),
                            event.types(),
                            event.after(),
                            Status.ACTIVE,
                            0,
                            null))
            .on(WebhookAdvanced.class, (it, event, recorded) -> it.at(event.position()))
            .on(WebhookFailed.class, (it, event, recorded) -> it.failed(event.failures(), event.retryAt()))
            .on(WebhookSuspended.class, (it, event, recorded) -> it.with(Status.SUSPENDED))
            .on(WebhookResumed.class, (it, event, recorded) -> it.with(Status.ACTIVE))
            .on(WebhookRemoved.class, (it, event, recorded) -> it.with(Status.REMOVED));

    @Override
    public String name() {
        return "open-webhook";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "webhook";
    }

    @Override
    public Class<Subscription> view() {
        return Subscription.class;
    }

    @Override
    public Folds<Subscription> folds() {
        return FOLDS;
    }

    /**
     * @param position everything up to it was taken, as the log says
     * @param failures in a row
     * @param retryAt  nothing is sent before; absent while nothing failed
     */
    record Subscription(
            String clientId,
            String webhookId,
            String url,
            List<String> types,
            long position,
            Status status,
            int failures,
            Instant retryAt) {
        Subscription at(long taken) {
            return new Subscription(clientId, webhookId, url, types, taken, status, 0, null);
        }

        Subscription failed(int times, Instant again) {
            return new Subscription(clientId, webhookId, url, types, position, status, times, again);
        }

        Subscription with(Status next) {
            return new Subscription(clientId, webhookId, url, types, position, next, 0, null);
        }

        boolean isDue(Instant now) {
            return status == Status.ACTIVE && (retryAt == null || !retryAt.isAfter(now));
        }

        boolean wants(String tenant, String type) {
            return tenant.equals(clientId) && (types.isEmpty() || types.contains(type));
        }

        String stream() {
            return clientId + "/webhook/" + webhookId;
        }
    }
}
