package io.seikyu.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills all builds that are far behind together: the log is read once, each event is decoded once, and what nobody wants
 * is not decoded at all.
 */
final class Fillings {
    private static final Logger log = LoggerFactory.getLogger(Fillings.class);
    private static final int BATCH = 2_000;
    /** Events before the end of the log, from which on following it is quick, also where it goes on growing. */
    private static final int NEAR = 50;
    /** Who wants the segments is not to wait for events that come one by one. */
    private static final long READ_AT_MOST = TimeUnit.MILLISECONDS.toNanos(200);

    /** So that those that are begun one after the other are filled together. */
    private static final long GATHER_MILLIS = 50;

    private static final int LOOK_MILLIS = 10;
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final LongSupplier head;
    private final ExecutorService workers;
    private final ScheduledExecutorService reader;
    private final Held held = Held.ofThisProcess();
    private final List<Filling<?>> begun = new ArrayList<>();

    /**
     * @param head   where the log ends
     * @param reader a thread of its own
     */
    Fillings(
            StreamableMessageSource<TrackedEventMessage<?>> source,
            LongSupplier head,
            ExecutorService workers,
            ScheduledExecutorService reader) {
        this.source = source;
        this.head = head;
        this.workers = workers;
        this.reader = reader;
    }

    TrackingToken first() {
        return source.createTailToken();
    }

    Held held() {
        return held;
    }

    synchronized void add(Filling<?> filling) {
        begun.add(filling);
        if (begun.size() == 1) {
            reader.schedule(this::fill, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized List<Filling<?>> taken() {
        List<Filling<?>> taken = new ArrayList<>(begun);
        begun.clear();
        return taken;
    }

    private void fill() {
        List<Filling<?>> under = taken();
        try {
            feed(under);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("the log is read event by event ({})", e.toString());
        } finally {
            all(under, Filling::finish);
        }
    }

    private void feed(List<Filling<?>> under) throws InterruptedException {
        TrackingToken from = under.stream()
                .min(Comparator.comparingLong(filling -> positionOf(filling.from())))
                .map(Filling::from)
                .orElse(null);
        CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(from)) {
            while (!under.isEmpty()) {
                Batch batch = Batch.read(stream, under);
                before.join();
                finishThoseThatEnd(under);
                if (batch.last() == null) {
                    return;
                }
                before = apply(batch, under);
                if (head.getAsLong() - positionOf(batch.last()) < NEAR) {
                    return;
                }
            }
        } finally {
            before.join();
        }
    }

    private static long positionOf(TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    private static void finishThoseThatEnd(List<Filling<?>> under) {
        List<Filling<?>> ending = under.stream().filter(Filling::isEnding).toList();
        under.removeAll(ending);
        ending.forEach(Filling::finish);
    }

    private CompletableFuture<Void> apply(Batch batch, List<Filling<?>> under) {
        return CompletableFuture.allOf(under.stream()
                .map(filling -> CompletableFuture.runAsync(
                        () -> filling.apply(batch.of().getOrDefault(filling, List.of()), batch.last()), workers))
                .toArray(CompletableFuture[]::new));
    }

    private void all(List<Filling<?>> fillings, Consumer<Filling<?>> what) {
        CompletableFuture.allOf(fillings.stream()
                        .map(filling -> CompletableFuture.runAsync(() -> what.accept(filling), workers))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /**
     * @param of   what each of them wants of it
     * @param last that was read; null when there was none
     */
    private record Batch(
            Map<Filling<?>, List<Sighting>> of, @Nullable TrackingToken last) {
        static Batch read(BlockingStream<TrackedEventMessage<?>> stream, List<Filling<?>> under)
                throws InterruptedException {
            Map<String, List<Filling<?>>> byType = new HashMap<>();
            under.forEach(
                    filling -> byType.computeIfAbsent(filling.projection().streamType(), type -> new ArrayList<>())
                            .add(filling));
            Map<Filling<?>, List<Sighting>> of = new HashMap<>();
            TrackingToken last = null;
            long end = System.nanoTime() + READ_AT_MOST;
            for (int i = 0;
                    i < BATCH && System.nanoTime() < end && stream.hasNextAvailable(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    i++) {
                TrackedEventMessage<?> message = stream.nextAvailable();
                last = message.trackingToken();
                if (message instanceof DomainEventMessage<?> event) {
                    add(message, byType.getOrDefault(event.getType(), List.of()), of);
                }
            }
            return new Batch(of, last);
        }

        private static void add(
                TrackedEventMessage<?> message, List<Filling<?>> ofType, Map<Filling<?>, List<Sighting>> to) {
            Sighting sighting = null;
            for (Filling<?> filling : ofType) {
                if (Relevance.isOf(filling.projection(), message.getPayloadType())) {
                    sighting = sighting == null ? decoded(message) : sighting;
                    to.computeIfAbsent(filling, any -> new ArrayList<>()).add(sighting);
                }
            }
        }

        /** Once for all, and not by those who then have the rest to do. */
        private static Sighting decoded(TrackedEventMessage<?> message) {
            Sighting sighting = Sighting.of(message);
            try {
                sighting.event();
            } catch (RuntimeException e) {
                // whoever wants it finds that out
            }
            return sighting;
        }
    }
}
