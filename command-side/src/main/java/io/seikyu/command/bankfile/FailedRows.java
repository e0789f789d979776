package io.seikyu.command.bankfile;

import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.JobEvent.JobRowsDecided;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether a row of a job failed by a fault of ours: told in the log, or seen just now and not told yet. */
final class FailedRows {
    private static final int BATCH = 64;

    private final EventLog log;
    private final EventCodec codec;
    private final Set<JobId> seen = ConcurrentHashMap.newKeySet();

    FailedRows(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    void saw(JobId job) {
        seen.add(job);
    }

    boolean any(JobId job) {
        return seen.contains(job) || anyTold(job);
    }

    private boolean anyTold(JobId job) {
        long sequence = 0;
        while (true) {
            List<StoredEvent> events = log.readStream(job.toString(), sequence, BATCH);
            if (events.stream().map(StoredEvent::event).anyMatch(this::tellsOfAFailure)) {
                return true;
            }
            if (events.size() < BATCH) {
                return false;
            }
            sequence += BATCH;
        }
    }

    private boolean tellsOfAFailure(NewEvent event) {
        return event.type().equals("job.rows-decided")
                && ((JobRowsDecided) codec.decode(event.type(), event.revision(), event.payload()))
                        .outcomes().stream().anyMatch(row -> row.outcome().equals("FAILED"));
    }
}
