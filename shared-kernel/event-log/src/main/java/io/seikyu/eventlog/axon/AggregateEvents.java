package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredEvent;
import java.util.List;
import java.util.NoSuchElementException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** The events of one aggregate, read in batches as they are asked for. */
final class AggregateEvents implements DomainEventStream {
    private static final int SIZE = 256;

    private final EventLog log;
    private final EventMessages messages;
    private final String stream;
    private long nextSequence;
    private List<StoredEvent> batch = List.of();
    private int index;
    private boolean more = true;
    private DomainEventMessage<?> peeked;
    private Long last;

    AggregateEvents(EventLog log, EventMessages messages, String stream, long firstSequence) {
        this.log = log;
        this.messages = messages;
        this.stream = stream;
        this.nextSequence = firstSequence;
    }

    @Override
    public boolean hasNext() {
        if (index == batch.size() && more) {
            batch = log.readStream(stream, nextSequence, SIZE);
            index = 0;
            nextSequence += batch.size();
            more = batch.size() == SIZE;
        }
        return index < batch.size();
    }

    @Override
    public DomainEventMessage<?> peek() {
        if (peeked == null) {
            if (!hasNext()) {
                throw new NoSuchElementException(stream);
            }
            peeked = message(batch.get(index));
        }
        return peeked;
    }

    /** An aggregate that passed over an event it cannot read would decide on half of its history. */
    private DomainEventMessage<?> message(StoredEvent stored) {
        DomainEventMessage<?> message = messages.ofStream(stored.event(), stored.position());
        if (message.getPayloadType() == UnreadableEvent.class) {
            message.getPayload();
        }
        return message;
    }

    @Override
    public DomainEventMessage<?> next() {
        DomainEventMessage<?> next = peek();
        peeked = null;
        index++;
        last = next.getSequenceNumber();
        return next;
    }

    /** Of the last event that was taken, or null. */
    @Override
    public Long getLastSequenceNumber() {
        return last;
    }
}
