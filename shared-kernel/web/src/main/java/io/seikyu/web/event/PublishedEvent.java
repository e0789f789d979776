package io.seikyu.web.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as it is shown to the outside.
 *
 * @param position      in the log
 * @param stream        {@code tenant/type/id}; absent for an event of no stream
 * @param sequence      its number within the stream
 * @param type          its stored name, e.g. {@code invoice.issued}
 * @param revision      of the shape in which it was stored; {@code payload} has the shape of today
 * @param time          business time of the event
 * @param recordedAt    when it was recorded; never goes back along the log
 * @param actor         the key, or the process, that caused it
 * @param reason        why a person decided so
 * @param payload       without secrets; absent when it cannot be read
 * @param unreadable    why the payload cannot be read
 * @param hash          of its commit, hexadecimal
 */
public record PublishedEvent(
        long position,
        String eventId,
        String tenant,
        @Nullable String stream,
        @Nullable Long sequence,
        String type,
        int revision,
        Instant time,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String reason,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable JsonNode payload,
        @Nullable String unreadable,
        String hash) {}
