package io.seikyu.query.receipt;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.seikyu.query.receipt.ReceiptView.Allocation;
import io.seikyu.query.receipt.ReceiptView.Assignment;
import io.seikyu.query.receipt.ReceiptView.Facts;
import io.seikyu.query.receipt.ReceiptView.Refund;
import io.seikyu.query.receipt.ReceiptView.Search;
import io.seikyu.query.receipt.ReceiptView.Status;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in, and where it went.
 *
 * @param accountId the payer; absent while nobody is known
 * @param unapplied what is nowhere else, yen
 * @param assigned  where the agency passed it on to
 * @param search    why nothing was allocated by itself, and what it may be for
 */
public record ReceiptAnswer(
        String receiptId,
        String clientId,
        Status status,
        @JsonUnwrapped Facts recorded,
        @Nullable String accountId,
        List<Allocation> allocations,
        BigDecimal unapplied,
        List<Refund> refunds,
        BigDecimal refunded,
        BigDecimal reversed,
        @Nullable Assignment assigned,
        @Nullable Search search) {
    static ReceiptAnswer of(ReceiptView view) {
        return new ReceiptAnswer(
                view.receiptId(),
                view.clientId(),
                view.status(),
                view.recorded(),
                view.accountId(),
                view.allocations(),
                view.unapplied(),
                view.refunds(),
                view.refunded(),
                view.reversed(),
                view.assigned(),
                view.search());
    }
}
