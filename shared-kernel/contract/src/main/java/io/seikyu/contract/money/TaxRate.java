package io.seikyu.contract.money;

import java.math.BigDecimal;

/**
 * A rate of consumption tax (消費税率).
 *
 * @param percent 0 to 100, with at most 4 decimals
 */
public record TaxRate(BigDecimal percent) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public TaxRate {
        if (percent == null || percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("a tax rate is 0 to 100 percent");
        }
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        if (percent.scale() > 4) {
            throw new IllegalArgumentException("a tax rate has at most 4 decimals");
        }
        percent = percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /** @throws IllegalArgumentException when the text is no rate */
    public static TaxRate percent(String percent) {
        return new TaxRate(new BigDecimal(percent));
    }

    /** E.g. {@code 10 %}. */
    @Override
    public String toString() {
        return percent.toPlainString() + " %";
    }
}
