package io.seikyu.projection;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.projection.Generations.Generation;
import io.seikyu.projection.ParkedSequences.Parked;
import io.seikyu.projection.ParkedSequences.Parking;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One generation of a projection's documents, and the processor that feeds it. */
final class Build<V> {
    private static final Logger log = LoggerFactory.getLogger(Build.class);
    private static final int BATCH = 500;
    /** Events, from which on it is worth to bring it near before it follows. */
    private static final int FAR_BEHIND = 50;

    private final Generation generation;
    private final Projection<V> projection;
    private final ViewCollection<V> views;
    private final ParkedSequences parked;
    private final Progress progress;
    private final TokenStore tokens;
    private final EventLog eventLog;
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final Projector<V> projector;
    private final ProjectionProcessor processor;
    private final Fillings fillings;
    private final ProjectionSettings settings;
    private final AtomicLong reached = new AtomicLong(-1);
    private boolean isWanted;

    @Nullable
    private volatile Filling<V> filling;

    Build(
            Generation generation,
            Projection<V> projection,
            ViewCollection<V> views,
            ParkedSequences parked,
            Progress progress,
            TokenStore tokens,
            EventLog eventLog,
            Discards discards,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            ProjectionProcessor.Builder builder,
            Fillings fillings,
            ProjectionSettings settings) {
        this.generation = generation;
        this.projection = projection;
        this.views = views;
        this.parked = parked;
        this.progress = progress;
        this.tokens = tokens;
        this.eventLog = eventLog;
        this.source = source;
        this.projector = new Projector<>(projection, views, parked, discards);
        this.processor = new ProjectionProcessor(builder, this::apply);
        this.fillings = fillings;
        this.settings = settings;
    }

    private void apply(List<Sighting> batch, Segment segment) {
        projector.apply(batch);
        publish(segment.getSegmentId(), batch.get(batch.size() - 1).position());
    }

    private void publish(int segment, long position) {
        eventLog.hashAt(position).ifPresent(hash -> progress.advance(segment, position, hash));
    }

    /** Goes on where it stopped, first in large steps where that is far behind. Starting what runs does nothing. */
    synchronized void start() {
        isWanted = true;
        if (filling != null || processor.isRunning()) {
            return;
        }
        if (beginFilling()) {
            fillings.add(filling);
        } else {
            processor.start();
        }
    }

    private boolean beginFilling() {
        Optional<ClaimedSegments> claimed = Optional.empty();
        try {
            if (eventLog.head() - position() > FAR_BEHIND) {
                claimed = ClaimedSegments.claim(tokens, processor.getName(), settings, fillings.first(), this::publish);
            }
            if (claimed.isPresent() && eventLog.head() - claimed.get().position() > FAR_BEHIND) {
                filling = new Filling<>(projection, views, parked, projector, claimed.get(), fillings.held());
                filling.over().thenRun(this::filled);
                return true;
            }
        } catch (RuntimeException e) {
            log.warn("projection {} cannot be filled just now ({})", projection.name(), e.toString());
        }
        claimed.ifPresent(ClaimedSegments::release);
        return false;
    }

    private synchronized void filled() {
        reached.accumulateAndGet(filling.position(), Math::max);
        filling = null;
        if (isWanted) {
            processor.start();
        }
    }

    /** Ends after the batches that are under way. */
    synchronized CompletableFuture<Void> stop() {
        isWanted = false;
        Filling<V> under = filling;
        return under == null ? processor.shutdownAsync() : under.end();
    }

    /** Whether it is far behind and what it has is not all stored. */
    boolean isFilling() {
        return filling != null;
    }

    /** Tells other processes how far the segments of this one got, also over events that concern nobody here. */
    void publishProgress() {
        Map<Integer, Long> published = progress.bySegment();
        ownPositions().forEach((segment, position) -> {
            if (position > published.getOrDefault(segment, -1L)) {
                publish(segment, position);
            }
        });
    }

    private Map<Integer, Long> ownPositions() {
        return processor.processingStatus().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> positionOf(entry.getValue())));
    }

    private static long positionOf(EventTrackerStatus status) {
        return status.getCurrentPosition().orElse(-1);
    }

    /** Every event up to this position is in the views or parked; -1 when none is. It never goes back. */
    long position() {
        Filling<V> under = filling;
        if (under != null) {
            return reached.accumulateAndGet(under.position(), Math::max);
        }
        Collection<EventTrackerStatus> own = processor.processingStatus().values();
        double share = own.stream()
                .mapToDouble(status -> 1.0 / (status.getSegment().getMask() + 1))
                .sum();
        long present =
                share == 1.0 ? own.stream().mapToLong(Build::positionOf).min().orElse(-1) : positionOfAllProcesses();
        return reached.accumulateAndGet(present, Math::max);
    }

    private long positionOfAllProcesses() {
        Map<Integer, Long> own = ownPositions();
        Map<Integer, Long> published = progress.bySegment();
        long least = Long.MAX_VALUE;
        for (int segment : tokens.fetchSegments(processor.getName())) {
            least = Math.min(least, Math.max(own.getOrDefault(segment, -1L), published.getOrDefault(segment, -1L)));
        }
        return least == Long.MAX_VALUE ? -1 : least;
    }

    boolean isFedHere() {
        return isFilling() || !processor.processingStatus().isEmpty();
    }

    boolean isFailing() {
        return processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState);
    }

    /** See {@link LiveProjection#retry}. */
    Optional<Parked> retry(String sequence) {
        Optional<Parked> waiting = parked.find(sequence);
        while (waiting.isPresent() && !isFilling()) {
            try {
                Optional<Parking> stuck = projector.applyParked(sequence, waiting(waiting.get()));
                if (stuck.isPresent()) {
                    parked.move(waiting.get(), stuck.get());
                    return parked.find(sequence);
                }
                if (parked.release(waiting.get())) {
                    return Optional.empty();
                }
            } catch (StaleViewException e) {
                // another process was here meanwhile
            } catch (RuntimeException e) {
                if (Faults.arePassing(e)) {
                    throw e;
                }
                return waiting;
            }
            waiting = parked.find(sequence);
        }
        return waiting;
    }

    private List<Sighting> waiting(Parked parked) {
        return sightings(parked.sequence(), position -> position >= parked.from() && position <= parked.last());
    }

    /** What of a stream concerns this projection. */
    private List<Sighting> sightings(String stream, LongPredicate wanted) {
        List<Sighting> found = new ArrayList<>();
        long sequence = 0;
        List<StoredEvent> events;
        do {
            events = eventLog.readStream(stream, sequence, BATCH);
            for (StoredEvent event : events) {
                if (wanted.test(event.position())) {
                    read(event.position()).ifPresent(found::add);
                }
            }
            sequence += events.size();
        } while (events.size() == BATCH);
        return found;
    }

    /** As the processor meets it; empty when it does not concern this projection. */
    private Optional<Sighting> read(long position) {
        try (BlockingStream<TrackedEventMessage<?>> stream =
                source.openStream(position == 0 ? null : new GlobalSequenceTrackingToken(position - 1))) {
            return Optional.of(stream.nextAvailable())
                    .filter(message -> Relevance.isOf(projection, message.getPayloadType()))
                    .map(Sighting::of);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading position " + position, e);
        }
    }

    /**
     * Makes the documents of these streams again from the log: what cannot be opened any more is gone from them.
     *
     * @param erasure the number of the last erasure that this heeds
     */
    void makeAgain(Collection<String> streams, long erasure) {
        for (String stream : streams) {
            parked.forgetMessage(stream);
            boolean made = false;
            while (!made) {
                made = makeAgain(stream, erasure);
            }
        }
    }

    /** @return false when somebody wrote the document meanwhile */
    private boolean makeAgain(String stream, long erasure) {
        try {
            Slot<V> stored = views.load(Set.of(stream)).get(stream);
            if (stored.readAt() != Slot.ABSENT && stored.erasure() < erasure) {
                projector.makeAgain(stored.again(erasure), seen(stored));
            }
            return true;
        } catch (StaleViewException e) {
            return false;
        }
    }

    private List<Sighting> seen(Slot<V> stored) {
        return sightings(stored.id(), position -> position <= stored.position());
    }

    Generation generation() {
        return generation;
    }

    ViewCollection<V> views() {
        return views;
    }

    ParkedSequences parked() {
        return parked;
    }
}
