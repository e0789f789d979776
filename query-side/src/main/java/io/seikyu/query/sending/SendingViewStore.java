package io.seikyu.query.sending;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;

/** How switches are looked for. */
final class SendingViewStore {
    private SendingViewStore() {}

    static Bson off() {
        return Filters.eq(search(SendingProjection.OFF), true);
    }
}
