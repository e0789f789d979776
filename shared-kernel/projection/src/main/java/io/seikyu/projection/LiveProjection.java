package io.seikyu.projection;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.projection.ParkedSequences.Parked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/** A projection that follows the log, and how far it got. */
public final class LiveProjection<V> {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);
    private static final int BATCH = 500;

    private final Projection<V> projection;
    private final ViewCollection<V> views;
    private final ParkedSequences parked;
    private final Progress progress;
    private final TokenStore tokens;
    private final EventLog eventLog;
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final Runnable hurry;
    private final Projector<V> projector;
    private final ProjectionProcessor processor;

    LiveProjection(
            Projection<V> projection,
            ViewCollection<V> views,
            ParkedSequences parked,
            Progress progress,
            TokenStore tokens,
            EventLog eventLog,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            Runnable hurry,
            ProjectionProcessor.Builder builder) {
        this.projection = projection;
        this.views = views;
        this.parked = parked;
        this.progress = progress;
        this.tokens = tokens;
        this.eventLog = eventLog;
        this.source = source;
        this.hurry = hurry;
        this.projector = new Projector<>(projection, views, parked);
        this.processor = new ProjectionProcessor(builder, this::apply);
    }

    private void apply(List<Sighting> batch, Segment segment) {
        projector.apply(batch);
        publish(segment.getSegmentId(), batch.get(batch.size() - 1).position());
    }

    private void publish(int segment, long position) {
        eventLog.hashAt(position).ifPresent(hash -> progress.advance(segment, position, hash));
    }

    void start() {
        processor.start();
    }

    CompletableFuture<Void> stop() {
        return processor.shutdownAsync();
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
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> positionOf(entry.getValue())));
    }

    private static long positionOf(EventTrackerStatus status) {
        return status.getCurrentPosition().orElse(-1);
    }

    /** Every event up to this position is in the views or parked; -1 when none is. */
    public long position() {
        Collection<EventTrackerStatus> own = processor.processingStatus().values();
        double share = own.stream()
                .mapToDouble(status -> 1.0 / (status.getSegment().getMask() + 1))
                .sum();
        return share == 1.0
                ? own.stream().mapToLong(LiveProjection::positionOf).min().orElse(-1)
                : positionOfAllProcesses();
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

    /** Whether this process feeds a part of it; of several processes on one store, each part is fed by one. */
    public boolean isFedHere() {
        return !processor.processingStatus().isEmpty();
    }

    /** Waits until {@link #position()} is at {@code wanted} or beyond. */
    public boolean await(long wanted, Duration atMost) {
        return await(wanted, atMost, hurry);
    }

    /** The same, for who has time: news are gathered meanwhile. */
    public boolean awaitPatiently(long wanted, Duration atMost) {
        return await(wanted, atMost, () -> {});
    }

    private boolean await(long wanted, Duration atMost, Runnable hurry) {
        long end = System.nanoTime() + atMost.toNanos();
        long pause = FIRST_PAUSE.toMillis();
        while (position() < wanted) {
            hurry.run();
            if (System.nanoTime() >= end) {
                return false;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis());
        }
        return true;
    }

    /**
     * Tries again what waits of {@code sequence}. Events of it that come meanwhile are in the view afterwards, or wait as
     * before.
     *
     * @return empty when nothing of it waits any more; else what of it waits
     * @throws RuntimeException when a store cannot be reached
     */
    public Optional<Parked> retry(String sequence) {
        Optional<Parked> waiting = parked.find(sequence);
        while (waiting.isPresent()) {
            try {
                projector.applyParked(sequence, waiting(waiting.get()));
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
        List<Sighting> waiting = new ArrayList<>();
        long sequence = 0;
        List<StoredEvent> events;
        do {
            events = eventLog.readStream(parked.sequence(), sequence, BATCH);
            for (StoredEvent event : events) {
                if (event.position() >= parked.from() && event.position() <= parked.last()) {
                    read(event.position()).ifPresent(waiting::add);
                }
            }
            sequence += events.size();
        } while (events.size() == BATCH);
        return waiting;
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

    public Projection<V> projection() {
        return projection;
    }

    public ViewCollection<V> views() {
        return views;
    }

    public ParkedSequences parked() {
        return parked;
    }
}
