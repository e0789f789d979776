package io.seikyu.query.audit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.seikyu.query.audit.JsonDifference.Change;
import io.seikyu.web.event.PublishedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one thing, in order.
 *
 * @param next the number of the last event shown, when there are more: ask again with {@code ?after=}
 */
record Story(String stream, List<Chapter> items, @Nullable String next) {
    /**
     * One event and what it changed in the view.
     *
     * @param changes absent when the event, or one before it, cannot be applied
     */
    record Chapter(
            @JsonUnwrapped PublishedEvent event, @Nullable List<Change> changes) {}
}
