package io.seikyu.eventlog.axon;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The log from a position on. Who has come to the end may ask again later: Axon's own event store does. */
final class TrackedEvents implements Iterator<TrackedEventMessage<?>> {
    private final EventBatches batches;
    private long position;
    private List<TrackedEventMessage<?>> batch = List.of();
    private int index;

    TrackedEvents(EventBatches batches, long first) {
        this.batches = batches;
        this.position = first;
    }

    @Override
    public boolean hasNext() {
        if (index == batch.size()) {
            batch = batches.from(position);
            index = 0;
        }
        return index < batch.size();
    }

    @Override
    public TrackedEventMessage<?> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the log ends before position " + position);
        }
        position++;
        return batch.get(index++);
    }
}
