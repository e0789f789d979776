package io.seikyu.benchmarks;

import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;

/** Replays and loads. An event counts as read when its payload is an object again. */
final class Reading {
    private static final long PATIENCE_SECONDS = 60;

    private final Peer peer;

    Reading(Peer peer) {
        this.peer = peer;
    }

    /** Reads {@code size} events from the start, as an event processor does, as often as {@code duration} allows. */
    Rate replay(int size, Duration duration, Duration limit) {
        Rate rate = pass(size, limit);
        while (rate.complete() && rate.nanos() < duration.toNanos()) {
            rate = rate.plus(pass(size, limit));
        }
        return rate;
    }

    /**
     * Loads one stream after the other as a repository does, as often as {@code duration} allows.
     *
     * @return the median of the loads: one load, and how long it takes
     */
    Rate load(List<String> streams, int expected, Duration duration, Duration limit) {
        EventStore store = peer.store();
        List<Long> nanos = new ArrayList<>();
        long began = System.nanoTime();
        while (nanos.isEmpty() || System.nanoTime() - began < duration.toNanos()) {
            long start = System.nanoTime();
            int events = 0;
            DomainEventStream stream = store.readEvents(streams.get(nanos.size() % streams.size()));
            while (stream.hasNext()) {
                decode(stream.next());
                events++;
                if (System.nanoTime() - start > limit.toNanos()) {
                    return new Rate(1, System.nanoTime() - start, false);
                }
            }
            nanos.add(System.nanoTime() - start);
            if (events != expected) {
                throw new IllegalStateException("read " + events + " events of a stream instead of " + expected);
            }
        }
        return new Rate(1, Math.round(Median.of(nanos)), true);
    }

    private Rate pass(int size, Duration limit) {
        long began = System.nanoTime();
        int events = 0;
        try (BlockingStream<TrackedEventMessage<?>> stream = peer.freshStore().openStream(null)) {
            while (events < size) {
                if (!stream.hasNextAvailable((int) PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("no event came after " + events);
                }
                decode(stream.nextAvailable());
                events++;
                if (System.nanoTime() - began > limit.toNanos()) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the replay was interrupted", e);
        }
        return new Rate(events, System.nanoTime() - began, events == size);
    }

    private static void decode(Message<?> message) {
        if (!(message.getPayload() instanceof InvoiceSubmitted)) {
            throw new IllegalStateException("an event came back as " + message.getPayloadType());
        }
    }
}
