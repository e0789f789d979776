package io.seikyu.query.job;

import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.JobEvent.JobRowsDecided;
import io.seikyu.contract.job.RowOutcome;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a job's rows, read from the log: there is nothing to keep a second time. */
final class JobRows {
    private static final int BATCH = 16;

    private final EventLog log;
    private final EventCodec codec;

    JobRows(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /**
     * In the order of rows.
     *
     * @param from    where to begin
     * @param outcome of those wanted, or null for all
     */
    List<Found> find(JobId job, Place from, @Nullable String outcome, int limit) {
        List<Found> found = new ArrayList<>();
        long sequence = from.sequence();
        while (true) {
            List<StoredEvent> events = log.readStream(job.toString(), sequence, BATCH);
            for (StoredEvent stored : events) {
                for (RowOutcome row : outcomes(stored.event())) {
                    if (row.row() > from.row() && (outcome == null || outcome.equals(row.outcome()))) {
                        found.add(new Found(new Place(stored.event().sequence(), row.row()), row));
                        if (found.size() == limit) {
                            return found;
                        }
                    }
                }
            }
            if (events.size() < BATCH) {
                return found;
            }
            sequence += BATCH;
        }
    }

    private List<RowOutcome> outcomes(NewEvent event) {
        return event.type().equals("job.rows-decided")
                ? ((JobRowsDecided) codec.decode(event.type(), event.revision(), event.payload())).outcomes()
                : List.of();
    }

    /**
     * @param sequence of the event in the job's stream
     * @param row      the last one that was seen
     */
    record Place(long sequence, int row) {
        static Place beginning() {
            return new Place(0, 0);
        }

        static Place of(List<String> key) {
            return new Place(Long.parseLong(key.get(0)), Integer.parseInt(key.get(1)));
        }

        List<String> key() {
            return List.of(Long.toString(sequence), Integer.toString(row));
        }
    }

    record Found(Place place, RowOutcome row) {}
}
