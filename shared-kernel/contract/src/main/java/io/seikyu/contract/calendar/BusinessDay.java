package io.seikyu.contract.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Days as the agency counts them: in Japan, whatever the machine's time zone. */
public final class BusinessDay {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Clock clock;

    public BusinessDay(Clock clock) {
        this.clock = clock;
    }

    /** The day it is now, by the clock given. */
    public LocalDate today() {
        return of(clock.instant());
    }

    /** The day on which {@code instant} falls. */
    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, JAPAN);
    }

    /** The last instant of that day. */
    public static Instant endOf(LocalDate day) {
        return at(day.plusDays(1), LocalTime.MIDNIGHT).minusNanos(1);
    }

    /** The instant of that time of day, in Japan. */
    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(JAPAN).toInstant();
    }
}
