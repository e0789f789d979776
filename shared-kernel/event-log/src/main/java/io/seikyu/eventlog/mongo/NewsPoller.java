package io.seikyu.eventlog.mongo;

import io.seikyu.eventlog.EventLog.Registration;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.LogUnavailableException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what other processes have appended, as long as anybody listens: every few milliseconds after news, every 20
 * when it is quiet, every second while the server does not answer.
 */
final class NewsPoller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NewsPoller.class);
    private static final long SHORTEST_MILLIS = 2;
    private static final long LONGEST_MILLIS = 20;
    private static final long WITHOUT_SERVER_MILLIS = 1_000;

    private final Head head;
    private final Runnable news;
    private int listeners;
    private Thread thread;
    private boolean closed;

    /** @param news called on the poller's thread when the head has moved */
    NewsPoller(Head head, Runnable news) {
        this.head = head;
        this.news = news;
    }

    /** Polls until the registration is closed. */
    synchronized Registration listen() {
        listeners++;
        if (thread == null && !closed) {
            thread = new Thread(this::poll, "log-news");
            thread.setDaemon(true);
            thread.start();
        }
        notifyAll();
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                leave();
            }
        };
    }

    private synchronized void leave() {
        listeners--;
    }

    synchronized boolean isPolling() {
        return listeners > 0 && !closed;
    }

    private void poll() {
        long told = head.place().number();
        long pause = LONGEST_MILLIS;
        boolean answers = true;
        while (waitForListeners(pause)) {
            try {
                long number = head.refresh().number();
                pause = number > told ? SHORTEST_MILLIS : Math.min(LONGEST_MILLIS, pause * 2);
                if (number > told) {
                    told = number;
                    news.run();
                }
                answers = true;
            } catch (LogUnavailableException | LogDamagedException e) {
                pause = WITHOUT_SERVER_MILLIS;
                if (answers) {
                    LOG.warn("No news of the log: {}", e.getMessage());
                }
                answers = false;
            }
        }
    }

    private synchronized boolean waitForListeners(long pause) {
        try {
            if (!closed) {
                wait(pause);
            }
            while (listeners == 0 && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            return false;
        }
        return !closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
