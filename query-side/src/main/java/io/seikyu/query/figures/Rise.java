package io.seikyu.query.figures;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a row of values rises, by the test of Mann (1945) and Kendall (1975): {@code S} is the number of pairs in which
 * the later value is higher, less those in which it is lower; {@code z = (S − 1) ÷ √(n(n−1)(2n+5) ÷ 18)}, less for values
 * that stand several times. It asks for no shape of the rise, and one month that stands out does not make it.
 */
public final class Rise {
    /** 95 % of the normal distribution, one side. */
    private static final double CONFIDENCE = 1.645;

    private Rise() {}

    /** With a confidence of 95 %. */
    public static boolean isIn(List<BigDecimal> values) {
        int s = 0;
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                s += values.get(j).compareTo(values.get(i));
            }
        }
        double variance = variance(values);
        return variance > 0 && (s - 1) / Math.sqrt(variance) >= CONFIDENCE;
    }

    private static double variance(List<BigDecimal> values) {
        Map<BigDecimal, Integer> equal = new HashMap<>();
        values.forEach(value -> equal.merge(value.stripTrailingZeros(), 1, Integer::sum));
        double ties = equal.values().stream().mapToDouble(Rise::spread).sum();
        return (spread(values.size()) - ties) / 18;
    }

    private static double spread(double n) {
        return n * (n - 1) * (2 * n + 5);
    }
}
