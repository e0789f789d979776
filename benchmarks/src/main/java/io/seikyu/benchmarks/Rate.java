package io.seikyu.benchmarks;

import java.time.Duration;

/**
 * What one measurement gave.
 *
 * @param count    of what was done
 * @param nanos    that it took
 * @param complete false when it was cut off at the limit
 */
record Rate(long count, long nanos, boolean complete) {
    double perSecond() {
        return count * 1e9 / nanos;
    }

    Rate plus(Rate other) {
        return new Rate(count + other.count, nanos + other.nanos, complete && other.complete);
    }

    /** How long {@code total} would take at this rate. */
    Duration projected(long total) {
        return Duration.ofSeconds(Math.round(total / perSecond()));
    }
}
