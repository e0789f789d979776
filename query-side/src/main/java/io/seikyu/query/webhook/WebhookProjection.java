package io.seikyu.query.webhook;

import io.seikyu.contract.webhook.WebhookEvent.WebhookAdvanced;
import io.seikyu.contract.webhook.WebhookEvent.WebhookFailed;
import io.seikyu.contract.webhook.WebhookEvent.WebhookRemoved;
import io.seikyu.contract.webhook.WebhookEvent.WebhookResumed;
import io.seikyu.contract.webhook.WebhookEvent.WebhookSubscribed;
import io.seikyu.contract.webhook.WebhookEvent.WebhookSuspended;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.query.webhook.WebhookView.Failure;
import io.seikyu.query.webhook.WebhookView.Status;
import java.util.List;
import java.util.Map;

/** Subscriptions to events, and how their receivers are. */
public final class WebhookProjection implements Projection<WebhookView> {
    static final String STATUS = "status";

    private static final Folds<WebhookView> FOLDS = new Folds<WebhookView>()
            .startingWith(
                    WebhookSubscribed.class,
                    (event, recorded) -> new WebhookView(
                            event.webhookId(),
                            event.clientId(),
                            event.url(),
                            event.types(),
                            Status.ACTIVE,
                            event.after(),
                            0,
                            null))
            .on(WebhookAdvanced.class, (view, event, recorded) -> view.at(event.position()))
            .on(
                    WebhookFailed.class,
                    (view, event, recorded) -> view.failed(
                            event.failures(),
                            new Failure(recorded.at(), event.position(), event.why(), event.retryAt())))
            .on(WebhookSuspended.class, (view, event, recorded) -> view.with(Status.SUSPENDED))
            .on(
                    WebhookResumed.class,
                    (view, event, recorded) -> view.at(view.position()).with(Status.ACTIVE))
            .on(WebhookRemoved.class, (view, event, recorded) -> view.with(Status.REMOVED));

    @Override
    public String name() {
        return "webhook";
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
    public Class<WebhookView> view() {
        return WebhookView.class;
    }

    @Override
    public Folds<WebhookView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(WebhookView view) {
        return Map.of(STATUS, view.status().name());
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(STATUS));
    }
}
