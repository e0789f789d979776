package io.seikyu.command.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/**
 * A span of time as ISO 8601 writes it, e.g. {@code P3D}, {@code P1Y2M} or {@code PT36H}: days and what is longer are
 * those of the calendar in Japan.
 */
record Span(Period days, Duration hours) {
    static final String FORM = "P(?=.)([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,5}D)?"
            + "(T(?=.)([0-9]{1,6}H)?([0-9]{1,6}M)?([0-9]{1,6}S)?)?";

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** @param text of the {@link #FORM} */
    static Span of(String text) {
        int time = text.indexOf('T');
        String days = time < 0 ? text : text.substring(0, time);
        return new Span(
                days.equals("P") ? Period.ZERO : Period.parse(days),
                time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time)));
    }

    Instant after(Instant start) {
        return start.atZone(JAPAN).plus(days).plus(hours).toInstant();
    }
}
