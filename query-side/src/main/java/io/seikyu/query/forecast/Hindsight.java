package io.seikyu.query.forecast;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.query.account.Insolvencies;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimView.Kind;
import io.seikyu.query.claim.ClaimView.Move;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How good forecasts of the past were: at the end of each of the last {@value #FORECASTS} weeks, made anew from what was
 * known then, and held against what came in afterwards on what was billed by then. Beside them what a forecast by due
 * dates alone would have said.
 */
final class Hindsight {
    private static final int FORECASTS = 12;
    private static final int AHEAD = 4;
    private static final int DAYS = 7;

    private final LocalDate asOf;
    private final @Nullable Instant knownAt;
    private final List<Past> past = new ArrayList<>();

    /** One forecast of the past. */
    private static final class Past {
        private final Forecast forecast;
        private final Instant known;
        private final BigDecimal[] came = new BigDecimal[AHEAD];
        private final BigDecimal[] due = new BigDecimal[AHEAD];
        private BigDecimal open = BigDecimal.ZERO;

        Past(Forecast forecast, Instant known) {
            this.forecast = forecast;
            this.known = known;
            Arrays.fill(came, BigDecimal.ZERO);
            Arrays.fill(due, BigDecimal.ZERO);
        }
    }

    /** @param knownAt of the question; null: as known now */
    Hindsight(LocalDate asOf, @Nullable Instant knownAt, Habits habits, Plans plans, Insolvencies insolvencies) {
        this.asOf = asOf;
        this.knownAt = knownAt;
        for (int i = 1; i <= FORECASTS; i++) {
            LocalDate day = asOf.minusDays((long) DAYS * i);
            Instant known = BusinessDay.endOf(day);
            past.add(new Past(
                    new Forecast(day, known, AHEAD, habits.asOf(day, known), plans, insolvencies.known(known)), known));
        }
    }

    /** The first day that is looked at. */
    static LocalDate first(LocalDate asOf) {
        return asOf.minusDays((long) DAYS * FORECASTS);
    }

    void add(ClaimView claim) {
        for (Past one : past) {
            BigDecimal open = one.forecast.add(claim);
            one.open = one.open.add(open);
            if (open.signum() > 0) {
                add(one.due, Weeks.week(one.forecast.asOf, claim.dueDate()), open);
            }
            boolean billed = claim.moves().stream()
                    .anyMatch(
                            move -> move.kind() == Kind.ISSUED && !move.known().isAfter(one.known));
            if (billed) {
                claim.moves().stream()
                        .filter(this::isMoney)
                        .forEach(move -> add(
                                one.came,
                                Weeks.week(one.forecast.asOf, move.day()),
                                move.amount().negate()));
            }
        }
    }

    private boolean isMoney(Move move) {
        return move.kind() == Kind.PAID && (knownAt == null || !move.known().isAfter(knownAt));
    }

    private static void add(BigDecimal[] weeks, int week, BigDecimal amount) {
        if (week >= 0 && week < weeks.length) {
            weeks[week] = weeks[week].add(amount);
        }
    }

    List<Accuracy> accuracy() {
        return IntStream.range(0, AHEAD).mapToObj(this::accuracy).toList();
    }

    private Accuracy accuracy(int week) {
        List<Past> judged = past.stream()
                .filter(one -> one.open.signum() > 0)
                .filter(one -> Weeks.lastDay(one.forecast.asOf, week).isBefore(asOf.plusDays(1)))
                .toList();
        BigDecimal came = BigDecimal.ZERO;
        BigDecimal errors = BigDecimal.ZERO;
        BigDecimal bias = BigDecimal.ZERO;
        BigDecimal byDueDates = BigDecimal.ZERO;
        for (Past one : judged) {
            BigDecimal error = one.forecast.weeks().expected(week).subtract(one.came[week]);
            came = came.add(one.came[week]);
            errors = errors.add(error.abs());
            bias = bias.add(error);
            byDueDates = byDueDates.add(one.due[week].subtract(one.came[week]).abs());
        }
        int count = judged.size();
        return new Accuracy(
                week + 1, count, mean(came, count), mean(errors, count), mean(bias, count), mean(byDueDates, count));
    }

    private static @Nullable BigDecimal mean(BigDecimal sum, int count) {
        return count == 0 ? null : sum.divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP);
    }

    /**
     * Means over the forecasts, yen; absent without any.
     *
     * @param weeksAhead                     1: the week after the forecast
     * @param forecasts                      made when anything was open, and that week is over
     * @param received                       in that week
     * @param meanAbsoluteError              between what was expected and what came
     * @param bias                           expected less received: positive when too much was expected
     * @param meanAbsoluteErrorByDueDates    had everything been expected on its due date
     */
    record Accuracy(
            int weeksAhead,
            int forecasts,
            @Nullable BigDecimal received,
            @Nullable BigDecimal meanAbsoluteError,
            @Nullable BigDecimal bias,
            @Nullable BigDecimal meanAbsoluteErrorByDueDates) {}
}
