package io.seikyu.command.receipt;

import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptSource;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was recorded of money that came in.
 *
 * @param payerName as the bank says it; personal data
 * @param invoiceId what the payer said the money is for, or null
 */
public record ReceiptFacts(
        LocalDate bookedOn,
        BigDecimal amount,
        String payerName,
        Method method,
        String virtualAccount,
        String reference,
        String invoiceId,
        ReceiptSource source) {
    static ReceiptFacts of(ReceiptRecorded event) {
        return new ReceiptFacts(
                event.bookedOn(),
                event.amount(),
                event.payerName(),
                event.method(),
                event.virtualAccount(),
                event.reference(),
                event.invoiceId(),
                event.source());
    }
}
