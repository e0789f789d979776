package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.AbstractEventBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's event store on the log. All that a unit of work publishes becomes one commit, appended as the last thing it
 * prepares, after the subscribers: what is stored cannot be taken back, so nothing that may still fail comes behind it.
 * {@link CommitScope} tells what was stored and takes further claims.
 *
 * <p>Streams tell their readers of news at once.
 */
public final class LogEventStore extends AbstractEventBus implements EventStore {
    private static final Logger LOG = LoggerFactory.getLogger(LogEventStore.class);
    private static final String STAGED = LogEventStore.class.getName() + ".STAGED";

    private final LogEventStorageEngine engine;

    private LogEventStore(Builder builder) {
        super(builder);
        this.engine = builder.engine;
    }

    /** With Axon's defaults: no monitor, no spans. */
    public static LogEventStore over(LogEventStorageEngine engine) {
        return builder().engine(engine).build();
    }

    /** For events alone: a snapshot that is handed in is refused. */
    public static LogEventStore over(EventLog log, PayloadCodec events) {
        return over(new LogEventStorageEngine(log, events, SnapshotCodec.none()));
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        super.prepareCommit(events);
        if (CurrentUnitOfWork.isStarted()) {
            staged(CurrentUnitOfWork.get()).addAll(events);
        } else if (!events.isEmpty()) {
            engine.append(events, Set.of());
        }
    }

    /** Events wait here until every other handler of the phase has run, so that those published meanwhile join them. */
    private List<EventMessage<?>> staged(UnitOfWork<?> unit) {
        return unit.getOrComputeResource(STAGED, name -> {
            List<EventMessage<?>> events = new ArrayList<>();
            unit.onPrepareCommit(u -> store(u, events));
            unit.onCleanup(u -> u.resources().remove(STAGED));
            return events;
        });
    }

    private void store(UnitOfWork<?> unit, List<EventMessage<?>> events) {
        if (!events.isEmpty()) {
            StoredCommit stored = engine.append(events, CommitScope.take(unit));
            unit.resources().put(CommitScope.STORED, stored);
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        DomainEventMessage<?> snapshot = snapshot(aggregateIdentifier).orElse(null);
        if (snapshot == null) {
            return readEvents(aggregateIdentifier, 0);
        }
        return DomainEventStream.concat(
                DomainEventStream.of(snapshot), readEvents(aggregateIdentifier, snapshot.getSequenceNumber() + 1));
    }

    /** A snapshot that cannot be read costs time, not truth. */
    private Optional<DomainEventMessage<?>> snapshot(String aggregateIdentifier) {
        try {
            return engine.readSnapshot(aggregateIdentifier);
        } catch (UnreadableEventException e) {
            LOG.warn("the snapshot of {} cannot be read; its events are", aggregateIdentifier, e);
            return Optional.empty();
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        DomainEventStream stored = engine.readEvents(aggregateIdentifier, firstSequenceNumber);
        List<DomainEventMessage<?>> published =
                published(aggregateIdentifier, firstSequenceNumber).toList();
        return published.isEmpty() ? stored : DomainEventStream.concat(stored, DomainEventStream.of(published));
    }

    /** What the running unit of work has published so far. */
    private Stream<DomainEventMessage<?>> published(String aggregateIdentifier, long firstSequenceNumber) {
        return queuedMessages().stream()
                .<DomainEventMessage<?>>mapMulti((message, out) -> {
                    if (message instanceof DomainEventMessage<?> domain) {
                        out.accept(domain);
                    }
                })
                .filter(event -> event.getAggregateIdentifier().equals(aggregateIdentifier)
                        && event.getSequenceNumber() >= firstSequenceNumber);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        Optional<Long> published = published(aggregateIdentifier, 0)
                .map(DomainEventMessage::getSequenceNumber)
                .max(Long::compareTo);
        return published.isPresent() ? published : engine.lastSequenceNumberFor(aggregateIdentifier);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        engine.storeSnapshot(snapshot);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken trackingToken) {
        return new LogStream(
                engine.batches(), LogEventStorageEngine.positionAfter(WrappedToken.unwrapLowerBound(trackingToken)));
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

    /** The engine is required; monitor and span factory default to none. */
    public static final class Builder extends AbstractEventBus.Builder {
        private LogEventStorageEngine engine;

        private Builder() {}

        public Builder engine(LogEventStorageEngine engine) {
            this.engine = engine;
            return this;
        }

        public LogEventStore build() {
            return new LogEventStore(this);
        }

        @Override
        protected void validate() {
            if (engine == null) {
                throw new IllegalStateException("an event store needs its engine");
            }
        }
    }
}
