package io.seikyu.contract.interest;

import java.math.BigDecimal;

/**
 * A rate of interest a year.
 *
 * @param percent 0 to 1000, with at most 6 decimals
 */
public record AnnualRate(BigDecimal percent) {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1000);

    public AnnualRate {
        if (percent == null || percent.signum() < 0 || percent.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("a rate of interest is 0 to 1000 percent a year");
        }
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        if (percent.scale() > 6) {
            throw new IllegalArgumentException("a rate of interest has at most 6 decimals");
        }
        percent = percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /** @throws IllegalArgumentException when the text is no rate */
    public static AnnualRate percent(String percent) {
        return new AnnualRate(new BigDecimal(percent));
    }

    /** E.g. {@code 14.6 %}. */
    @Override
    public String toString() {
        return percent.toPlainString() + " %";
    }
}
