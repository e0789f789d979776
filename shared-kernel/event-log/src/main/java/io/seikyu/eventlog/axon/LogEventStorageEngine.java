package io.seikyu.eventlog.axon;

import io.seikyu.contract.id.Ids;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Axon's storage engine on the log. What is appended in one call is one commit, of however many aggregates, all of one
 * tenant. An event without a stream belongs to the tenant of the others, or to the one its metadata name under
 * {@value #TENANT}, or to the agency.
 *
 * <p>Clashes of sequences and event ids are Axon's {@code AggregateStreamCreationException} for the first event of a
 * stream and {@code ConcurrencyException} for others; a taken claim is {@link KeyClaimedException}.
 */
public final class LogEventStorageEngine implements EventStorageEngine {
    /** The name of the metadata that says for which tenant something happened. */
    public static final String TENANT = "tenant";

    private final EventLog log;
    private final EventMessages messages;
    private final EventMessages snapshots;
    private final EventBatches batches;

    public LogEventStorageEngine(EventLog log, PayloadCodec events, PayloadCodec snapshots) {
        this.log = log;
        this.messages = new EventMessages(events);
        this.snapshots = new EventMessages(snapshots);
        this.batches = new EventBatches(log, messages);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (!events.isEmpty()) {
            append(events, Set.of());
        }
    }

    /** Appends {@code events}, at least one, as one commit that also claims {@code claims}. */
    StoredCommit append(List<? extends EventMessage<?>> events, Set<String> claims) {
        List<NewEvent> stored = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            stored.add(messages.toStore(event));
        }
        Conflicts.refuseDuplicates(stored);
        try {
            return log.append(new NewCommit(UUID.randomUUID(), tenantOf(events), stored, claims));
        } catch (KeyClaimedException e) {
            throw Conflicts.of(e, stored);
        }
    }

    private static String tenantOf(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> domain) {
                String stream = domain.getAggregateIdentifier();
                int slash = stream.indexOf('/');
                if (slash < 1) {
                    throw new IllegalArgumentException("'" + stream + "' is not of the form tenant/type/id");
                }
                return stream.substring(0, slash);
            }
        }
        return events.stream()
                .map(event -> event.getMetaData().get(TENANT))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(Ids.AGENCY);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean mayBlock) {
        Iterator<TrackedEventMessage<?>> events = new TrackedEvents(batches, positionAfter(token));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(events, Spliterator.ORDERED), false);
    }

    /** The position of the first event that {@code token} does not cover. */
    static long positionAfter(TrackingToken token) {
        return token == null ? 0 : token.position().orElse(-1) + 1;
    }

    EventBatches batches() {
        return batches;
    }

    /** @throws UnreadableEventException from the stream, at an event that an aggregate must not pass over */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return new AggregateEvents(log, messages, aggregateIdentifier, firstSequenceNumber);
    }

    /** The log keeps the latest one of each aggregate. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        log.storeSnapshot(snapshots.toStore(snapshot));
    }

    /** @return empty as well when the snapshot is of another revision than today's: the events tell the same */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        DomainEventMessage<?> found = log.snapshot(aggregateIdentifier)
                .map(s -> snapshots.ofStream(s, -1))
                .orElse(null);
        if (found == null || found.getPayloadType() == UnreadableEvent.class) {
            return Optional.empty();
        }
        found.getPayload();
        return Optional.of(found);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong last = log.lastSequence(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    /**
     * Before the first event that was recorded, and is dated, at {@code dateTime} or later; the head when there is none.
     */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        long recorded = new RecordedTime(log).firstAtOrAfter(dateTime);
        return readEvents(new GlobalSequenceTrackingToken(recorded - 1), false)
                .filter(event -> !event.getTimestamp().isBefore(dateTime))
                .findFirst()
                .<TrackingToken>map(event -> new GlobalSequenceTrackingToken(positionAfter(event.trackingToken()) - 2))
                .orElseGet(this::createHeadToken);
    }
}
