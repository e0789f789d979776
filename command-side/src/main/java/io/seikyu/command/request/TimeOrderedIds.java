package io.seikyu.command.request;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids that the server makes: UUIDs of version 7 (RFC 9562), which sort by the millisecond they were made in. */
public final class TimeOrderedIds {
    private final Clock clock;
    private final RandomGenerator random;

    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public String next() {
        long high = clock.millis() << 16 | 0x7000 | random.nextLong() & 0x0FFF;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** {@code chosen} by the client, or a new one. */
    public String orNext(String chosen) {
        return chosen == null ? next() : chosen;
    }
}
