package io.seikyu.contract.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a payer's days to pay move (支払遅延の傾向): the slope of Theil and Sen, which single outliers do not bend, and the
 * confidence interval that Sen (1968) derives from Kendall's statistic, ties counted.
 *
 * @param invoices     that it was taken from
 * @param daysPerMonth median slope: days later per month of 30 days; negative when it pays sooner
 * @param low          lower end of the interval
 * @param high         upper end
 */
public record PaymentTrend(int invoices, BigDecimal daysPerMonth, BigDecimal low, BigDecimal high) {
    /** More are not looked at: the newest count. */
    public static final int MOST = 120;

    private static final double MONTH = 30;
    private static final int SCALE = 2;

    /** An invoice that was paid: when it was due, and days from then to its payment, negative when paid before. */
    public record Paid(LocalDate dueDate, long daysLate) {}

    /**
     * @param confidence of the interval: the quantile of the normal distribution, e.g. 1.96 for 95 %
     * @return empty for fewer than {@code atLeast} invoices, or when all were due on one day
     */
    public static Optional<PaymentTrend> of(List<Paid> history, int atLeast, double confidence) {
        List<Paid> newest = history.stream()
                .sorted(Comparator.comparing(Paid::dueDate)
                        .thenComparing(Paid::daysLate)
                        .reversed())
                .limit(MOST)
                .toList();
        double[] slopes = slopes(newest);
        if (newest.size() < Math.max(3, atLeast) || slopes.length == 0) {
            return Optional.empty();
        }
        Arrays.sort(slopes);
        double reach = confidence * Math.sqrt(variance(newest));
        // the one below the M1-th and the one above the M2-th, counted from zero
        int low = (int) Math.floor((slopes.length - reach) / 2) - 1;
        int high = (int) Math.ceil((slopes.length + reach) / 2);
        return Optional.of(new PaymentTrend(
                newest.size(),
                days(median(slopes)),
                days(slopes[Math.max(0, low)]),
                days(slopes[Math.min(slopes.length - 1, high)])));
    }

    /** Whether it is sure to pay later and later, and by so much that it matters. */
    public boolean isSlowingBy(BigDecimal leastDaysPerMonth) {
        return low.signum() > 0 && daysPerMonth.compareTo(leastDaysPerMonth) >= 0;
    }

    private static double[] slopes(List<Paid> paid) {
        double[] slopes = new double[paid.size() * (paid.size() - 1) / 2];
        int count = 0;
        for (int i = 0; i < paid.size(); i++) {
            for (int j = i + 1; j < paid.size(); j++) {
                long apart = ChronoUnit.DAYS.between(
                        paid.get(j).dueDate(), paid.get(i).dueDate());
                if (apart != 0) {
                    slopes[count++] = (paid.get(i).daysLate() - paid.get(j).daysLate()) * MONTH / apart;
                }
            }
        }
        return Arrays.copyOf(slopes, count);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Of Kendall's S: n(n−1)(2n+5)/18, less for values that stand several times. */
    private static double variance(List<Paid> paid) {
        double ties = tied(paid.stream().map(Paid::daysLate).sorted().toList())
                + tied(paid.stream().map(Paid::dueDate).sorted().toList());
        return Math.max(0, spread(paid.size()) - ties) / 18;
    }

    private static <T> double tied(List<T> sorted) {
        double sum = 0;
        int begin = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || !sorted.get(i).equals(sorted.get(begin))) {
                sum += spread(i - begin);
                begin = i;
            }
        }
        return sum;
    }

    private static double spread(double n) {
        return n * (n - 1) * (2 * n + 5);
    }

    private static BigDecimal days(double value) {
        return BigDecimal.valueOf(value).setScale(SCALE, RoundingMode.HALF_UP);
    }
}
