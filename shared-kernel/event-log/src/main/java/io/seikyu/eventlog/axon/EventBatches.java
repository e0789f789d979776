package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Reads the log in batches. The last batch at the head is kept, so that many processors that follow the log share one
 * read and, since messages keep what they decoded, one decoding.
 */
final class EventBatches {
    private static final int SIZE = 512;

    private final EventLog log;
    private final EventMessages messages;
    private volatile Batch latest = new Batch(0, List.of());

    EventBatches(EventLog log, EventMessages messages) {
        this.log = log;
        this.messages = messages;
    }

    EventLog log() {
        return log;
    }

    /** Events from {@code position} on; empty only when it is beyond the head. */
    List<TrackedEventMessage<?>> from(long position) {
        List<TrackedEventMessage<?>> kept = latest.from(position);
        if (!kept.isEmpty()) {
            return kept;
        }
        List<TrackedEventMessage<?>> read = new ArrayList<>();
        for (StoredCommit commit : log.read(position, SIZE)) {
            for (StoredEvent event : commit.events()) {
                if (event.position() >= position) {
                    read.add(messages.tracked(event));
                }
            }
        }
        if (!read.isEmpty() && read.size() < SIZE) {
            latest = new Batch(position, read);
        }
        return read;
    }

    private record Batch(long first, List<TrackedEventMessage<?>> events) {
        List<TrackedEventMessage<?>> from(long position) {
            boolean within = position >= first && position < first + events.size();
            return within ? events.subList((int) (position - first), events.size()) : List.of();
        }
    }
}
