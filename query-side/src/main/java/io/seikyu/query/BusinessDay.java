package io.seikyu.query;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Today, as the agency in Japan counts days, by the business clock. */
public final class BusinessDay {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Clock clock;

    public BusinessDay(Clock businessClock) {
        this.clock = businessClock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
