package io.seikyu.contract.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount (金額) of one currency, negative for a credit. Nothing rounds by itself: a unit price or a product may
 * hold fractions of a yen until {@link #rounded} is asked for. Amounts of equal value are equal, however they were
 * written.
 *
 * @param amount   up to {@value #INTEGER_DIGITS} digits before the point and {@value #DECIMALS} behind it
 * @param currency JPY unless a document says otherwise
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    public static final Currency JPY = Currency.getInstance("JPY");
    public static final Money ZERO = yen(0);

    static final int INTEGER_DIGITS = 18;
    static final int DECIMALS = 12;

    /** @throws IllegalArgumentException when the amount is larger or finer than any bill */
    public Money {
        if (amount == null || currency == null) {
            throw new IllegalArgumentException("money is an amount of a currency");
        }
        // asked before anything is computed: 1E+999999999 is a short text and a gigabyte of digits
        if (amount.signum() != 0 && (long) amount.precision() - amount.scale() > INTEGER_DIGITS) {
            throw new IllegalArgumentException("an amount has at most " + INTEGER_DIGITS + " digits before the point");
        }
        amount = canonical(amount);
        if (amount.scale() > DECIMALS) {
            throw new IllegalArgumentException("an amount has at most " + DECIMALS + " decimals");
        }
    }

    public static Money yen(long amount) {
        return new Money(BigDecimal.valueOf(amount), JPY);
    }

    public static Money yen(BigDecimal amount) {
        return new Money(amount, JPY);
    }

    /** @throws IllegalArgumentException when the text is no number */
    public static Money yen(String amount) {
        return yen(new BigDecimal(amount));
    }

    /** @throws IllegalArgumentException when the currencies differ, as for every other sum or comparison */
    public Money plus(Money other) {
        return new Money(amount.add(inSameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(inSameCurrency(other)), currency);
    }

    /** The exact product, e.g. of a unit price and a quantity. */
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** In whole units of the currency: whole yen, cents. */
    public Money rounded(Rounding rounding) {
        return new Money(rounding.round(amount, currency.getDefaultFractionDigits()), currency);
    }

    /** Whether the amount can be paid as it is, with no fraction of the smallest unit. */
    public boolean isPayable() {
        return amount.scale() <= currency.getDefaultFractionDigits();
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(inSameCurrency(other));
    }

    /** E.g. {@code 110000 JPY}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private BigDecimal inSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
        }
        return other.amount;
    }

    private static BigDecimal canonical(BigDecimal amount) {
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
