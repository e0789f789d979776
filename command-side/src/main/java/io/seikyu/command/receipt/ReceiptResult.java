package io.seikyu.command.receipt;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of money that came in.
 *
 * @param accountId  the payer, absent while nobody is known
 * @param unapplied  what is nowhere else, yen
 * @param candidates invoices it may be for, when nobody said so; a person chooses among them
 */
public record ReceiptResult(
        String receiptId,
        ReceiptStatus status,
        @Nullable String accountId,
        BigDecimal unapplied,
        List<Allocation> allocations,
        List<String> candidates) {

    public record Allocation(String invoiceId, BigDecimal amount) {}

    static ReceiptResult of(ReceiptState state) {
        List<Allocation> allocations = Stream.concat(state.shares().stream(), state.prepaid().stream())
                .map(share -> new Allocation(share.invoiceId(), share.amount()))
                .toList();
        return new ReceiptResult(
                state.receiptId(), state.status(), state.payer(), state.unapplied(), allocations, List.of());
    }
}
