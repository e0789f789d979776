package io.seikyu.benchmarks;

import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Writes the logs that are read afterwards. Nothing of it is measured. */
final class Filling {
    private static final int COMMIT = 50;
    private static final int TRIAL = 5_000;

    private final EventStore store;
    private final Appending appending;

    Filling(EventStore store) {
        this.store = store;
        this.appending = new Appending(store);
    }

    /** Writes streams of 50 events, one commit each. Gives up when that would take longer than {@code limit}. */
    Rate log(int size, Duration limit) {
        long began = System.nanoTime();
        int events = 0;
        while (events < size) {
            int count = Math.min(COMMIT, size - events);
            appending.commit(Invoices.events(Invoices.stream("fill-" + events), 0, count));
            events += count;
            Rate rate = new Rate(events, System.nanoTime() - began, true);
            if (events >= TRIAL && rate.projected(size).compareTo(limit) > 0) {
                return new Rate(events, rate.nanos(), false);
            }
        }
        return new Rate(events, System.nanoTime() - began, true);
    }

    /** Writes streams side by side, one event a commit, so that none of them lies in one piece. */
    Rate streams(List<String> streams, int length, int snapshotBehind) {
        long began = System.nanoTime();
        for (int sequence = 0; sequence < length; sequence++) {
            for (String stream : streams) {
                appending.commit(Invoices.events(stream, sequence, 1));
            }
        }
        if (snapshotBehind > 0) {
            for (String stream : streams) {
                store.storeSnapshot(Invoices.event(stream, length - 1L - snapshotBehind));
            }
        }
        return new Rate((long) length * streams.size(), System.nanoTime() - began, true);
    }
}
