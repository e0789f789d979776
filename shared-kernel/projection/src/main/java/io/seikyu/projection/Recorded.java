package io.seikyu.projection;

import java.time.Instant;
import java.util.Map;

/**
 * Where an event stands in the log, when it happened, and who caused it.
 *
 * @param stream   the one it belongs to, {@code tenant/type/id}
 * @param position in the log
 * @param at       business time of the event
 * @param metadata actor, tenant, correlation, causation and reason, by name
 */
public record Recorded(String stream, long position, Instant at, Map<String, String> metadata) {
    /** Who caused it, as the key's id; null when the event does not say. */
    public String actor() {
        return metadata.get("actor");
    }

    /** First segment of the stream. */
    public String tenant() {
        return stream.substring(0, stream.indexOf('/'));
    }
}
