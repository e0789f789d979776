package io.seikyu.contract.money;

import java.math.RoundingMode;

/** How a fraction of a yen (端数) is rounded; the issuer's choice, part of the contract. Credits go toward zero for each floor. */
public enum Rounding {
    /** 切捨て */
    FLOOR(RoundingMode.DOWN),
    /** 四捨五入 */
    HALF_UP(RoundingMode.HALF_UP),
    /** 切上げ */
    CEILING(RoundingMode.UP);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    public RoundingMode mode() {
        return mode;
    }
}
