package io.seikyu.query.forecast;

import io.seikyu.query.forecast.Forecast.Basis;
import io.seikyu.query.forecast.Forecast.Undated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is expected week by week: the first begins on the day after. */
final class Weeks {
    private static final int DAYS = 7;

    private final LocalDate asOf;
    private final List<Map<Basis, BigDecimal>> weeks = new ArrayList<>();
    private final Map<Undated, BigDecimal> undated = new EnumMap<>(Undated.class);
    private BigDecimal later = BigDecimal.ZERO;

    Weeks(LocalDate asOf, int count) {
        this.asOf = asOf;
        for (int i = 0; i < count; i++) {
            weeks.add(new EnumMap<>(Basis.class));
        }
    }

    void expected(LocalDate day, Basis basis, BigDecimal amount) {
        int week = week(asOf, day);
        if (amount.signum() > 0 && week < weeks.size()) {
            weeks.get(week).merge(basis, amount, BigDecimal::add);
        } else {
            later = later.add(amount);
        }
    }

    void undated(Undated why, BigDecimal amount) {
        if (amount.signum() > 0) {
            undated.merge(why, amount, BigDecimal::add);
        }
    }

    /** From 0; negative for days up to {@code asOf}. */
    static int week(LocalDate asOf, LocalDate day) {
        return (int) Math.floorDiv(ChronoUnit.DAYS.between(asOf, day) - 1, (long) DAYS);
    }

    static LocalDate lastDay(LocalDate asOf, int week) {
        return asOf.plusDays((week + 1L) * DAYS);
    }

    BigDecimal expected(int week) {
        return sum(weeks.get(week));
    }

    List<Week> rows() {
        List<Week> rows = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            LocalDate last = lastDay(asOf, i);
            rows.add(new Week(last.minusDays(DAYS - 1L), last, expected(i), weeks.get(i)));
        }
        return rows;
    }

    BigDecimal later() {
        return later;
    }

    Map<Undated, BigDecimal> undated() {
        return undated;
    }

    BigDecimal total() {
        return rows().stream()
                .map(Week::expected)
                .reduce(later, BigDecimal::add)
                .add(sum(undated));
    }

    private static BigDecimal sum(Map<?, BigDecimal> parts) {
        return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @param by what it is taken from, yen */
    record Week(LocalDate from, LocalDate to, BigDecimal expected, Map<Basis, BigDecimal> by) {}
}
