package io.seikyu.command.invoice;

import java.math.BigDecimal;

/**
 * What the contract says of the bank's fee for a transfer.
 *
 * @param deductible whether the payer may keep it back
 * @param cap        of one payment, yen
 */
public record AgreedFee(boolean deductible, BigDecimal cap) {
    /** Nothing was agreed, so the payer bears it (民法 485). */
    public static final AgreedFee NONE = new AgreedFee(false, BigDecimal.ZERO);
}
