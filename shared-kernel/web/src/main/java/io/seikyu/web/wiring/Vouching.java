package io.seikyu.web.wiring;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.proof.CheckpointWriter;
import io.seikyu.eventlog.proof.Checkpoints;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Writes checkpoints of the log while the application runs, and a last one before the log closes. */
final class Vouching implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "checkpoints");
        made.setDaemon(true);
        return made;
    });
    private final CheckpointWriter writer;

    Vouching(EventLog log, Checkpoints checkpoints, Clock machineClock) {
        this.writer = new CheckpointWriter(log, checkpoints, machineClock, thread, EVERY);
    }

    @Override
    public void close() {
        writer.close();
        thread.shutdown();
    }
}
