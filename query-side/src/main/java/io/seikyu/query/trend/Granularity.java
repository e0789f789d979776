package io.seikyu.query.trend;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How long a bucket is, as addresses name it; weeks begin on Mondays. */
enum Granularity {
    day,
    week,
    month;

    /** The buckets that together are {@code from} to {@code to}: the first and the last may be cut short. */
    List<Period> periods(LocalDate from, LocalDate to) {
        List<Period> periods = new ArrayList<>();
        for (LocalDate begin = from; !begin.isAfter(to); ) {
            LocalDate end = last(begin);
            periods.add(new Period(begin, end.isAfter(to) ? to : end));
            begin = end.plusDays(1);
        }
        return periods;
    }

    private LocalDate last(LocalDate within) {
        return switch (this) {
            case day -> within;
            case week -> within.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case month -> within.with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /** Both days included. */
    record Period(LocalDate from, LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        int days() {
            return (int) (to.toEpochDay() - from.toEpochDay()) + 1;
        }
    }
}
