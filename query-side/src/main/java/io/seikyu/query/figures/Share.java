package io.seikyu.query.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How many of how many. A ratio is quoted for {@value #AT_LEAST} cases and more only, and never without the interval in
 * which it lies with 95 % confidence: that of Wilson (1927), which holds for small numbers and near 0 and 1 too,
 * {@code (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n)}, {@code p} the share of {@code n} cases, {@code z} = 1.96.
 *
 * @param ratio 0 to 1; absent for fewer cases, as its interval is
 * @param low   lower end of the interval
 * @param high  upper end
 */
public record Share(
        int count,
        int of,
        @Nullable Double ratio,
        @Nullable Double low,
        @Nullable Double high) {
    public static final int AT_LEAST = 20;

    private static final double Z = 1.96;
    private static final int SCALE = 4;

    public static Share of(int count, int of) {
        if (of < AT_LEAST) {
            return new Share(count, of, null, null, null);
        }
        double p = (double) count / of;
        double middle = p + Z * Z / (2 * of);
        double reach = Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
        double scale = 1 + Z * Z / of;
        return new Share(
                count,
                of,
                rounded(p),
                rounded(Math.max(0, (middle - reach) / scale)),
                rounded(Math.min(1, (middle + reach) / scale)));
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(SCALE, RoundingMode.HALF_UP).doubleValue();
    }
}
