package io.seikyu.command.store;

import io.seikyu.command.decision.Refusal;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.SnapshotType;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads aggregates from memory where it can, and always reads what was appended since: what another process wrote is
 * seen, so nothing is decided on an old state. It keeps states that are committed, never an aggregate at work, and so
 * {@link #find} may look at one without waiting for the lock. A stream that took many events to read gets a snapshot.
 *
 * @param <T> the aggregate
 * @param <S> its state, immutable
 */
public final class CachingRepository<T, S> extends EventSourcingRepository<T> implements OnFile<T> {
    private static final Logger LOG = LoggerFactory.getLogger(CachingRepository.class);
    private static final String TOUCHED = CachingRepository.class.getName() + ".TOUCHED";

    private final EventStore events;
    private final EventLog log;
    private final SnapshotType<T, S> type;
    private final int eventsToSnapshot;
    private final Map<String, Kept<S>> kept;
    private final AtomicLong forgotten = new AtomicLong();

    /**
     * @param eventsToSnapshot how many events a load reads before it leaves a snapshot behind
     * @param size             how many states are kept in memory at most
     */
    public CachingRepository(
            EventStore events,
            EventLog log,
            SnapshotType<T, S> type,
            Builder<T> builder,
            int eventsToSnapshot,
            int size) {
        super(builder.eventStore(events));
        this.events = events;
        this.log = log;
        this.type = type;
        this.eventsToSnapshot = eventsToSnapshot;
        this.kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Kept<S>> eldest) {
                return size() > size;
            }
        });
    }

    /** The aggregate as it is committed, and as the running unit of work left it; to be looked at, not to be changed. */
    @Override
    public Optional<T> find(String id) {
        return read(id, !isTouched(id)).map(Loaded::root);
    }

    /** Keeps nothing of what it read so far: something of it was erased. */
    public void forget() {
        forgotten.incrementAndGet();
        kept.clear();
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String id, Long expectedVersion) {
        boolean committed = !isTouched(id);
        touch(id);
        return read(id, committed)
                .map(Loaded::aggregate)
                .orElseThrow(() -> new AggregateNotFoundException(id, "there is no such stream"));
    }

    @Override
    public LockAwareAggregate<T, EventSourcedAggregate<T>> newInstance(
            Callable<T> factory, Consumer<Aggregate<T>> decision) throws Exception {
        LockAwareAggregate<T, EventSourcedAggregate<T>> created = super.newInstance(factory, decision);
        String id = created.identifierAsString();
        if (id == null) {
            return created; // it was refused before anything happened, which the caller is about to hear
        }
        touch(id);
        if (log.lastSequence(id).isPresent()) {
            String[] name = id.split("/");
            throw Refusal.conflict("already-exists", "there is " + name[1] + " '" + name[2] + "' already");
        }
        return created;
    }

    /** Exactly this version, or none: Axon's own check lets an expectation of the future pass. */
    @Override
    protected void validateOnLoad(Aggregate<T> aggregate, Long expectedVersion) {
        if (expectedVersion != null && !expectedVersion.equals(aggregate.version())) {
            throw new ConflictingAggregateVersionException(
                    aggregate.identifierAsString(), expectedVersion, aggregate.version());
        }
    }

    private Optional<Loaded<T>> read(String id, boolean committed) {
        long before = forgotten.get();
        Kept<S> known = kept.get(id);
        Optional<Loaded<T>> loaded = known == null ? fromEvents(id, committed) : Optional.of(fromMemory(id, known));
        if (committed) {
            loaded.ifPresent(it -> kept.put(
                    id, new Kept<>(it.aggregate().version(), type.toState().apply(it.root()))));
            if (forgotten.get() != before) {
                kept.remove(id);
            }
        }
        return loaded;
    }

    private Loaded<T> fromMemory(String id, Kept<S> known) {
        T root = type.fromState().apply(known.state());
        EventSourcedAggregate<T> aggregate = EventSourcedAggregate.reconstruct(
                root, aggregateModel(), known.version(), false, events, NoSnapshotTriggerDefinition.TRIGGER);
        DomainEventStream since = events.readEvents(id, known.version() + 1);
        if (since.hasNext()) {
            aggregate.initializeState(since);
        }
        return new Loaded<>(root, aggregate);
    }

    private Optional<Loaded<T>> fromEvents(String id, boolean committed) {
        DomainEventStream stream = events.readEvents(id);
        if (!stream.hasNext()) {
            return Optional.empty();
        }
        DomainEventMessage<?> first = stream.peek();
        T root = getAggregateFactory().createAggregateRoot(id, first);
        EventSourcedAggregate<T> aggregate =
                EventSourcedAggregate.initialize(root, aggregateModel(), events, NoSnapshotTriggerDefinition.TRIGGER);
        aggregate.initializeState(stream);
        if (committed && aggregate.version() - first.getSequenceNumber() >= eventsToSnapshot) {
            leaveSnapshot(new GenericDomainEventMessage<>(aggregate.type(), id, aggregate.version(), root));
        }
        return Optional.of(new Loaded<>(root, aggregate));
    }

    /** Losing one costs time only; of what was erased there is none any more. */
    private void leaveSnapshot(DomainEventMessage<T> snapshot) {
        try {
            events.storeSnapshot(snapshot);
        } catch (RuntimeException e) {
            LOG.debug("no snapshot of {}", snapshot.getAggregateIdentifier(), e);
        }
    }

    private static boolean isTouched(String id) {
        return CurrentUnitOfWork.isStarted() && touched(CurrentUnitOfWork.get()).contains(id);
    }

    private static void touch(String id) {
        touched(CurrentUnitOfWork.get()).add(id);
    }

    /** What the running unit of work may have changed: what is read of it then is not committed. */
    private static Set<String> touched(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(TOUCHED, name -> new HashSet<>());
    }

    private record Kept<S>(long version, S state) {}

    private record Loaded<T>(T root, EventSourcedAggregate<T> aggregate) {}
}
