package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.EventLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The log as a stream of messages. It asks the log only when there is news, or after a second without; the callback is
 * told at once. One thread reads; others may tell and close.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {
    /** Should news ever get lost, this is what it costs. */
    private static final long LONGEST_SILENCE = TimeUnit.SECONDS.toNanos(1);

    private final EventBatches batches;
    private final EventLog.Registration registration;
    private final Object monitor = new Object();
    private volatile boolean news = true;
    private volatile boolean closed;
    private volatile Runnable callback = () -> {};
    private long lastAsked;
    private long next;
    private List<TrackedEventMessage<?>> batch = List.of();
    private int index;

    LogStream(EventBatches batches, long first) {
        this.batches = batches;
        this.next = first;
        this.lastAsked = System.nanoTime();
        this.registration = batches.log().onNews(this::told);
    }

    private void told() {
        synchronized (monitor) {
            news = true;
            monitor.notifyAll();
        }
        if (!closed) {
            callback.run();
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return available() ? Optional.of(batch.get(index)) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (!available()) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || closed) {
                return false;
            }
            synchronized (monitor) {
                if (!news && !closed) {
                    TimeUnit.NANOSECONDS.timedWait(monitor, Math.max(1_000_000, Math.min(left, LONGEST_SILENCE)));
                }
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            if (closed) {
                throw new IllegalStateException("the stream was closed");
            }
        }
        TrackedEventMessage<?> message = batch.get(index++);
        next++;
        return message;
    }

    private boolean available() {
        if (closed) {
            return false;
        }
        if (index < batch.size()) {
            return true;
        }
        long now = System.nanoTime();
        if (!news && now - lastAsked < LONGEST_SILENCE) {
            return false;
        }
        lastAsked = now;
        news = false;
        boolean read = false;
        try {
            batch = batches.from(next);
            read = true;
        } finally {
            // what was read may not be all, and a read that failed tells nothing
            news |= !read || !batch.isEmpty();
        }
        index = 0;
        return !batch.isEmpty();
    }

    /** Always supported; {@code callback} is run by whoever brings the news and must not block. */
    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        this.callback = callback;
        return true;
    }

    @Override
    public void close() {
        closed = true;
        registration.close();
        synchronized (monitor) {
            monitor.notifyAll();
        }
    }
}
