package io.seikyu.query.webhook;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import io.seikyu.query.webhook.WebhookView.Status;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How subscriptions are looked for. */
final class WebhookViewStore {
    private WebhookViewStore() {}

    /** @param status absent: all but the removed ones */
    static List<Bson> filters(@Nullable Status status) {
        String field = search(WebhookProjection.STATUS);
        return List.of(status == null ? Filters.ne(field, Status.REMOVED.name()) : Filters.eq(field, status.name()));
    }
}
