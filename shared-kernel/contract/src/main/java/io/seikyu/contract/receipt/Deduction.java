package io.seikyu.contract.receipt;

import java.math.BigDecimal;

/**
 * What a payer keeps back from what it pays, and what the client company lets it keep: the invoice's open amount falls by
 * it though no money came in for it.
 *
 * @param amount yen, more than zero
 */
public record Deduction(Kind kind, BigDecimal amount) {
    public enum Kind {
        /** The bank's fee for the transfer (振込手数料), booked as a sales discount. */
        TRANSFER_FEE,
        /** What the client company owes the payer (相殺). */
        OFFSET,
        /** Goods that came back (返品). */
        RETURN,
        /** A reduction of the price (値引). */
        DISCOUNT,
        /** Income tax that the payer hands to the tax office (源泉徴収). */
        WITHHOLDING
    }
}
