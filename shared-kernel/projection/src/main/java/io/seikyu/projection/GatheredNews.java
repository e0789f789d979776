package io.seikyu.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The log for many who follow it at once: news wait a moment for more, and then all are told. A batch of views costs the
 * same for one event as for ten, and it is the writers' processor that they take.
 */
public final class GatheredNews implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final Duration pause;
    private final ScheduledExecutorService timer;
    private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();
    private final AtomicBoolean waiting = new AtomicBoolean();

    public GatheredNews(
            StreamableMessageSource<TrackedEventMessage<?>> source, Duration pause, ScheduledExecutorService timer) {
        this.source = source;
        this.pause = pause;
        this.timer = timer;
    }

    private void news() {
        if (waiting.compareAndSet(false, true)) {
            try {
                timer.schedule(this::tell, pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // nobody follows any more
            }
        }
    }

    private void tell() {
        waiting.set(false);
        callbacks.forEach(Runnable::run);
    }

    /** Tells at once what there is: somebody waits for it. */
    public void hurry() {
        if (waiting.get()) {
            tell();
        }
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
        return new Told(source.openStream(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return source.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return source.createTokenAt(time);
    }

    private final class Told implements BlockingStream<TrackedEventMessage<?>> {
        private final BlockingStream<TrackedEventMessage<?>> stream;
        private volatile Runnable callback = () -> {};

        Told(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable next) {
            callbacks.remove(callback);
            callback = next;
            callbacks.add(next);
            return stream.setOnAvailableCallback(GatheredNews.this::news);
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> message) {
            stream.skipMessagesWithPayloadTypeOf(message);
        }

        @Override
        public void close() {
            callbacks.remove(callback);
            stream.close();
        }
    }
}
