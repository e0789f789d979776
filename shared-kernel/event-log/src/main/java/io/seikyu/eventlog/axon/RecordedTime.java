package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.EventLog;
import java.time.Instant;

/** Times as positions: recorded time never goes back along the log, so a bisection finds them. */
public final class RecordedTime {
    private final EventLog log;

    public RecordedTime(EventLog log) {
        this.log = log;
    }

    /** The first position that was recorded at {@code time} or later; one beyond the head when there is none. */
    public long firstAtOrAfter(Instant time) {
        long low = 0;
        long high = log.head() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (log.read(middle, 1).get(0).recordedAt().isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
