package io.seikyu.query.receipt;

import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.query.receipt.ReceiptView.Allocation;
import io.seikyu.query.receipt.ReceiptView.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in, and where it went.
 *
 * @param unapplied what no invoice took, yen
 */
public record ReceiptAnswer(
        String receiptId,
        String clientId,
        Status status,
        LocalDate bookedOn,
        BigDecimal amount,
        @Nullable String payerName,
        @Nullable Method method,
        @Nullable String virtualAccount,
        @Nullable String reference,
        @Nullable String invoiceId,
        List<Allocation> allocations,
        BigDecimal unapplied) {
    static ReceiptAnswer of(ReceiptView view) {
        return new ReceiptAnswer(
                view.receiptId(),
                view.clientId(),
                view.status(),
                view.bookedOn(),
                view.amount(),
                view.payerName(),
                view.method(),
                view.virtualAccount(),
                view.reference(),
                view.invoiceId(),
                view.allocations(),
                view.unapplied());
    }
}
