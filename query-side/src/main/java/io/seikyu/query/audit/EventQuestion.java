package io.seikyu.query.audit;

import io.seikyu.eventlog.NewEvent;
import io.seikyu.web.event.EventReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * Which events are asked for; what is absent does not matter.
 *
 * @param stream its whole name, {@code tenant/type/id}
 * @param type   the stored name, e.g. {@code invoice.issued}
 * @param actor  the key that caused it
 * @param tenant the client company it belongs to
 * @param from   recorded then or later
 * @param to     recorded then or earlier
 * @param after  behind this position: what {@code next} of the part before said
 */
record EventQuestion(
        @Nullable String stream,
        @Nullable String type,
        @Nullable String actor,
        @Nullable String tenant,
        @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable Instant from,
        @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable Instant to,
        @Nullable Long after,
        @Nullable Integer limit) {

    /** Apart from time and position, which say where to look. */
    boolean matches(NewEvent event) {
        return (stream == null || stream.equals(event.stream()))
                && (type == null || type.equals(event.type()))
                && (actor == null || actor.equals(EventReader.metadata(event).get("actor")));
    }
}
