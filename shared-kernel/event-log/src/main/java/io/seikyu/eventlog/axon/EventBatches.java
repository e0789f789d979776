package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Reads the log in batches. The last batch at the head is kept for a moment, so that many processors that follow the log
 * share one read and, since messages keep what they decoded, one decoding. For no longer: what was decoded knows nothing
 * of personal data that was erased since.
 */
final class EventBatches {
    private static final int SIZE = 512;
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final EventLog log;
    private final EventMessages messages;
    private final LongSupplier nanoTime;
    private volatile Batch latest = new Batch(0, List.of(), 0);

    EventBatches(EventLog log, EventMessages messages) {
        this(log, messages, System::nanoTime);
    }

    EventBatches(EventLog log, EventMessages messages, LongSupplier nanoTime) {
        this.log = log;
        this.messages = messages;
        this.nanoTime = nanoTime;
    }

    EventLog log() {
        return log;
    }

    /** Events from {@code position} on; empty only when it is beyond the head. */
    List<TrackedEventMessage<?>> from(long position) {
        Batch last = latest;
        long now = nanoTime.getAsLong();
        if (last.holds(position) && now - last.readAt() < KEPT_NANOS) {
            return last.from(position);
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
            latest = new Batch(position, read, now);
        }
        return read;
    }

    private record Batch(long first, List<TrackedEventMessage<?>> events, long readAt) {
        boolean holds(long position) {
            return position >= first && position < first + events.size();
        }

        List<TrackedEventMessage<?>> from(long position) {
            return events.subList((int) (position - first), events.size());
        }
    }
}
