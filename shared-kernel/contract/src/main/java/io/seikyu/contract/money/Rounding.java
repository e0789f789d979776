package io.seikyu.contract.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a fraction of a yen (端数) is rounded: the issuer's choice, part of the contract. Amounts below zero are credits,
 * and these are truncated toward zero whatever was chosen.
 */
public enum Rounding {
    /** 切捨て */
    FLOOR(RoundingMode.DOWN),
    /** 四捨五入 */
    HALF_UP(RoundingMode.HALF_UP),
    /** 切上げ */
    CEILING(RoundingMode.UP);

    private final RoundingMode ofDebits;

    Rounding(RoundingMode ofDebits) {
        this.ofDebits = ofDebits;
    }

    /** {@code value} with at most {@code scale} decimals; 0 for whole yen. */
    public BigDecimal round(BigDecimal value, int scale) {
        return value.setScale(scale, modeFor(value.signum()));
    }

    /**
     * The exact quotient, rounded once.
     *
     * @throws ArithmeticException when {@code divisor} is zero
     */
    public BigDecimal quotient(BigDecimal dividend, BigDecimal divisor, int scale) {
        return dividend.divide(divisor, scale, modeFor(dividend.signum() * divisor.signum()));
    }

    private RoundingMode modeFor(int sign) {
        return sign < 0 ? RoundingMode.DOWN : ofDebits;
    }
}
