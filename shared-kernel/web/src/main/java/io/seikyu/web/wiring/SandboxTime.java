package io.seikyu.web.wiring;

import io.seikyu.contract.id.ClockId;
import io.seikyu.contract.schedule.ScheduleEvent.ClockMoved;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.PayloadCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.common.AxonThreadFactory;

/**
 * Has the business clock of this process show what the log says: where it was moved to, by whatever process. Outside a
 * sandbox there is nothing to follow.
 */
final class SandboxTime implements AutoCloseable {
    private static final int PORTION = 500;

    private final EventLog log;
    private final PayloadCodec codec;
    private final BusinessClock clock;
    private final ExecutorService follower;
    private final EventLog.Registration listening;
    private long read;

    private SandboxTime(EventLog log, PayloadCodec codec, BusinessClock clock, ExecutorService follower) {
        this.log = log;
        this.codec = codec;
        this.clock = clock;
        this.follower = follower;
        follow();
        this.listening = follower == null ? () -> {} : log.onNews(() -> follower.execute(this::follow));
    }

    /**
     * Sets the clock as the log has it.
     *
     * @throws IllegalStateException when the log's clock was moved and this is no sandbox
     */
    static void set(EventLog log, PayloadCodec codec, BusinessClock clock, boolean sandbox) {
        if (!sandbox && log.lastSequence(ClockId.STREAM).isPresent()) {
            log.close();
            throw new IllegalStateException("this log is a sandbox's, whose clock was moved: start it with"
                    + " SEIKYU_SANDBOX=true, or begin another log in another data directory");
        }
        new SandboxTime(log, codec, clock, null);
    }

    static SandboxTime following(EventLog log, PayloadCodec codec, BusinessClock clock) {
        return new SandboxTime(
                log, codec, clock, Executors.newSingleThreadExecutor(new AxonThreadFactory("business-clock")));
    }

    private synchronized void follow() {
        if (log.lastSequence(ClockId.STREAM).orElse(-1) < read) {
            return;
        }
        List<StoredEvent> events;
        do {
            events = log.readStream(ClockId.STREAM, read, PORTION);
            events.forEach(stored -> show(stored.event()));
            read += events.size();
        } while (events.size() == PORTION);
    }

    private void show(NewEvent event) {
        if (codec.decode(event.type(), event.revision(), event.payload()) instanceof ClockMoved moved) {
            clock.beAhead(Duration.ofSeconds(moved.aheadSeconds(), moved.aheadNanos()));
        }
    }

    @Override
    public void close() {
        listening.close();
        if (follower != null) {
            follower.shutdownNow();
        }
    }
}
