package io.seikyu.command.invoice;

import io.seikyu.contract.invoice.PromiseOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the payer promised to pay, and is not judged yet.
 *
 * @param amount     yen
 * @param payOn      the day that was promised
 * @param lastDay    the banking day on which it can come in at the latest
 * @param paidBefore of the invoice when it was promised, yen
 */
record Promise(String promiseId, BigDecimal amount, LocalDate payOn, LocalDate lastDay, BigDecimal paidBefore) {
    /** What of it did not come in in time, of what was really left to pay, yen. */
    BigDecimal missing(InvoiceState invoice) {
        return owed(invoice).subtract(paidSince(invoice, lastDay)).max(BigDecimal.ZERO);
    }

    /** Nobody breaks a promise to pay what is not asked for any more. */
    PromiseOutcome outcome(InvoiceState invoice) {
        if (!invoice.status().isIssued() || owed(invoice).signum() == 0) {
            return PromiseOutcome.LAPSED;
        }
        return missing(invoice).signum() == 0 ? PromiseOutcome.KEPT : PromiseOutcome.BROKEN;
    }

    private BigDecimal owed(InvoiceState invoice) {
        return amount.min(invoice.balance().add(paidSince(invoice, LocalDate.MAX)));
    }

    private BigDecimal paidSince(InvoiceState invoice, LocalDate day) {
        return invoice.settlement().paidBy(day).subtract(paidBefore);
    }
}
