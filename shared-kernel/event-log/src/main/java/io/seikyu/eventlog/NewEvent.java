package io.seikyu.eventlog;

import java.time.Instant;

/**
 * An event that is to be appended.
 *
 * @param id       unique over the whole log
 * @param stream   {@code tenant/type/id}, or null for an event that belongs to no stream
 * @param sequence its number within the stream, from 0 without gaps; -1 without a stream
 * @param type     the stored name, e.g. {@code invoice.reviewed}
 * @param revision of the payload's shape
 * @param at       business time of the event
 * @param payload  the event itself; the log does not look into it
 * @param metadata who, why, and what caused it; the log does not look into it
 */
public record NewEvent(
        String id,
        String stream,
        long sequence,
        String type,
        int revision,
        Instant at,
        byte[] payload,
        byte[] metadata) {
    public NewEvent {
        if (id == null || type == null || at == null) {
            throw new IllegalArgumentException("an event has an id, a type and a time");
        }
        if (stream == null ? sequence != -1 : sequence < 0 || stream.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("event " + sequence + " of stream " + stream + " cannot be");
        }
    }
}
