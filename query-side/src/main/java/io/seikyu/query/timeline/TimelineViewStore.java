package io.seikyu.query.timeline;

import static io.seikyu.projection.ViewCollection.search;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;

/** How everything of a payer is found. */
final class TimelineViewStore {
    private TimelineViewStore() {}

    static Bson of(String account) {
        return Filters.eq(search("accountId"), account);
    }
}
