package io.seikyu.eventlog.axon;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Axon's contract tests name their aggregates at will and begin them with any number, while the log's streams begin with
 * a tenant and 0. This translates both on the way in, and back on the way out; all else passes as it is.
 */
class UnderOneTenant implements EventStorageEngine {
    private static final String PREFIX = "test/aggregate/";

    private final LogEventStorageEngine engine;
    private final Map<String, Long> firstNumbers = new ConcurrentHashMap<>();

    UnderOneTenant(LogEventStorageEngine engine) {
        this.engine = engine;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        engine.appendEvents(events.stream().map(this::in).toList());
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        engine.storeSnapshot((DomainEventMessage<?>) in(snapshot));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean mayBlock) {
        Iterator<? extends TrackedEventMessage<?>> read =
                engine.readEvents(token, mayBlock).iterator();
        Iterator<TrackedEventMessage<?>> translated = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return read.hasNext();
            }

            @Override
            public TrackedEventMessage<?> next() {
                TrackedEventMessage<?> event = read.next();
                return event instanceof DomainEventMessage<?> domain
                        ? new GenericTrackedDomainEventMessage<>(event.trackingToken(), out(domain))
                        : event;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(translated, Spliterator.ORDERED), false);
    }

    @Override
    public DomainEventStream readEvents(String aggregate, long first) {
        DomainEventStream read = engine.readEvents(PREFIX + aggregate, Math.max(0, first - firstNumber(aggregate)));
        return DomainEventStream.of(read.asStream().map(this::out), read::getLastSequenceNumber);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
        return engine.readSnapshot(PREFIX + aggregate).map(this::out);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        return engine.lastSequenceNumberFor(PREFIX + aggregate).map(last -> last + firstNumber(aggregate));
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }

    private EventMessage<?> in(EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> domain)) {
            return event;
        }
        String aggregate = domain.getAggregateIdentifier();
        firstNumbers.putIfAbsent(aggregate, domain.getSequenceNumber());
        return named(domain, PREFIX + aggregate, domain.getSequenceNumber() - firstNumber(aggregate));
    }

    private DomainEventMessage<?> out(DomainEventMessage<?> event) {
        String aggregate = event.getAggregateIdentifier().substring(PREFIX.length());
        return named(event, aggregate, event.getSequenceNumber() + firstNumber(aggregate));
    }

    private long firstNumber(String aggregate) {
        return firstNumbers.getOrDefault(aggregate, 0L);
    }

    private static <T> DomainEventMessage<T> named(DomainEventMessage<T> event, String aggregate, long number) {
        return new GenericDomainEventMessage<>(event.getType(), aggregate, number, event, event.getTimestamp());
    }
}
