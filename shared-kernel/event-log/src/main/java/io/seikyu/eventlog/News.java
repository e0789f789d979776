package io.seikyu.eventlog;

import io.seikyu.eventlog.EventLog.Registration;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to hear that the head of a log has moved. */
public final class News {
    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** See {@link EventLog#onNews}. */
    public Registration add(Runnable listener) {
        Listener added = new Listener(listener);
        listeners.add(added);
        return () -> listeners.remove(added);
    }

    /** Calls every listener; one that fails does not keep the others from hearing. */
    public void tell() {
        for (Listener listener : listeners) {
            try {
                listener.action.run();
            } catch (RuntimeException e) {
                LOG.warn("A listener to the log's news failed", e);
            }
        }
    }

    /** See {@link EventLog#await}. An interrupt ends the waiting and is kept for the caller. */
    public boolean await(LongSupplier head, long position, Duration atMost) {
        if (head.getAsLong() >= position) {
            return true;
        }
        CountDownLatch reached = new CountDownLatch(1);
        Registration registration = add(() -> {
            if (head.getAsLong() >= position) {
                reached.countDown();
            }
        });
        try {
            return head.getAsLong() >= position || reached.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return head.getAsLong() >= position;
        } finally {
            registration.close();
        }
    }

    /** The same listener may be added twice, and each is ended by itself. */
    private static final class Listener {
        private final Runnable action;

        Listener(Runnable action) {
            this.action = action;
        }
    }
}
