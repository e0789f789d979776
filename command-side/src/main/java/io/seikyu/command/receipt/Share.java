package io.seikyu.command.receipt;

import java.math.BigDecimal;

/**
 * What one invoice has of a receipt's money.
 *
 * @param amount   for claimed charges and principal together, yen
 * @param deducted what was kept back of the invoice beside it
 */
public record Share(String invoiceId, BigDecimal amount, BigDecimal deducted) {
    Share plus(BigDecimal more, BigDecimal keptBack) {
        return new Share(invoiceId, amount.add(more), deducted.add(keptBack));
    }
}
