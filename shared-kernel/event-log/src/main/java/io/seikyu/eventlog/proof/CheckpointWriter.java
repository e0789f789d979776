package io.seikyu.eventlog.proof;

import io.seikyu.eventlog.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vouches for the log again and again while it grows, and once more when it is closed: close this before the log. A
 * checkpoint that cannot be written is tried again the next time; it keeps nobody from appending.
 */
public final class CheckpointWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointWriter.class);

    private final EventLog log;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private final ScheduledFuture<?> schedule;
    private long vouchedThrough = -1;

    /**
     * @param clock     the machine's
     * @param scheduler stays the caller's to shut down
     * @param every     how often it looks whether the head has moved
     */
    public CheckpointWriter(
            EventLog log, Checkpoints checkpoints, Clock clock, ScheduledExecutorService scheduler, Duration every) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.clock = clock;
        checkpoints
                .contradiction(log)
                .ifPresent(text -> LOG.error("The log is not what it was: {}. Verify it before going on", text));
        this.schedule = scheduler.scheduleWithFixedDelay(
                this::writeIfMoved, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void writeIfMoved() {
        try {
            if (log.head() > vouchedThrough) {
                checkpoints
                        .vouchFor(log, clock.instant())
                        .ifPresent(checkpoint -> vouchedThrough = checkpoint.position());
            }
        } catch (RuntimeException e) {
            LOG.warn("The log's checkpoint could not be written", e);
        }
    }

    @Override
    public void close() {
        schedule.cancel(false);
        writeIfMoved();
    }
}
