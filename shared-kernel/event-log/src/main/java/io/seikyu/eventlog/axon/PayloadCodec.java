package io.seikyu.eventlog.axon;

/** What a payload is on disk, and back. Implementations are safe for use by many threads. */
public interface PayloadCodec {
    /** @throws IllegalArgumentException for a payload that has no stored form */
    StoredPayload encode(Object payload);

    /**
     * The class that {@link #decode} yields; asking does not decode.
     *
     * @return {@link UnreadableEvent} for a name or a revision that this version does not know
     */
    Class<?> typeOf(String name, int revision);

    /** @throws UnreadableEventException when these bytes cannot be read as such a payload */
    Object decode(String name, int revision, byte[] bytes);

    /**
     * A payload's stored form.
     *
     * @param name     stable, e.g. {@code invoice.reviewed}
     * @param revision of its shape, from 1
     * @param bytes    JSON
     */
    record StoredPayload(String name, int revision, byte[] bytes) {}
}
