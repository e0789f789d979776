package io.seikyu.command.account;

import java.math.BigDecimal;

/**
 * What is at risk with a payer (与信残高), yen.
 *
 * @param unpaid   open of what the payer has
 * @param approved of what was approved and is not issued yet
 * @param reserved for deliveries to come
 */
public record Exposure(BigDecimal unpaid, BigDecimal approved, BigDecimal reserved) {
    public BigDecimal total() {
        return unpaid.add(approved).add(reserved);
    }
}
