package io.seikyu.benchmarks;

import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** One open log. Closing it stops everything it started. */
public interface Peer extends AutoCloseable {
    EventStore store();

    /** On the same log, but without what earlier readers have left in the event store's memory. */
    default EventStore freshStore() {
        return store();
    }

    /** Versions and settings that matter for the figures, as the running store itself reports them. */
    Map<String, String> facts();

    /** Does now what the store would otherwise do in the background after much has been written. */
    default void settle() {}

    @Override
    void close();
}
