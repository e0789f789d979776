package io.seikyu.command.request;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is for the business: that of the business clock, in Japan. */
public final class BusinessDay {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Clock clock;

    public BusinessDay(Clock businessClock) {
        this.clock = businessClock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }
}
