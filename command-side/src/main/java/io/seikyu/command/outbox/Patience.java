package io.seikyu.command.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * When an attempt that was refused is followed by another: after a pause that doubles, a bounded number of times.
 *
 * @param most refusals in a row
 */
record Patience(Duration first, Duration longest, int most) {
    /** @return null when there is to be no further attempt */
    Instant next(int refusals, Instant now) {
        if (refusals >= most) {
            return null;
        }
        Duration pause = first.multipliedBy(1L << Math.min(refusals - 1, 20));
        return now.plus(pause.compareTo(longest) < 0 ? pause : longest);
    }
}
