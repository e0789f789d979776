package io.seikyu.contract.money;

import java.math.BigDecimal;

/**
 * Consumption tax (消費税) of a qualified invoice: computed from the sum of one rate, and rounded once per rate and
 * invoice (消費税法施行令 70-10). Summing rounded taxes of lines is not allowed, so nothing here takes lines.
 */
public final class ConsumptionTax {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ConsumptionTax() {}

    /** The tax to add to the sum of net amounts (税抜): {@code Σnet × r / 100}. */
    public static Money onNet(Money sum, TaxRate rate, Rounding rounding) {
        return share(sum, rate.percent(), HUNDRED, rounding);
    }

    /** The tax contained in the sum of gross amounts (税込): {@code Σgross × r / (100 + r)}. */
    public static Money inGross(Money sum, TaxRate rate, Rounding rounding) {
        return share(sum, rate.percent(), HUNDRED.add(rate.percent()), rounding);
    }

    /** @param pricesIncludeTax whether {@code sum} is gross */
    public static Money of(Money sum, TaxRate rate, boolean pricesIncludeTax, Rounding rounding) {
        return pricesIncludeTax ? inGross(sum, rate, rounding) : onNet(sum, rate, rounding);
    }

    private static Money share(Money sum, BigDecimal part, BigDecimal whole, Rounding rounding) {
        int decimals = sum.currency().getDefaultFractionDigits();
        return new Money(rounding.quotient(sum.amount().multiply(part), whole, decimals), sum.currency());
    }
}
