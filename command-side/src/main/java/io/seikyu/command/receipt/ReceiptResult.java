package io.seikyu.command.receipt;

import io.seikyu.contract.receipt.Candidate;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of money that came in.
 *
 * @param accountId  the payer, absent while nobody is known
 * @param unapplied  what is nowhere else, yen
 * @param candidates whom it may be of and what it may be for, the best first, when nobody said so and it is not clear
 */
public record ReceiptResult(
        String receiptId,
        ReceiptStatus status,
        @Nullable String accountId,
        BigDecimal unapplied,
        List<Allocation> allocations,
        List<Candidate> candidates) {

    public record Allocation(String invoiceId, BigDecimal amount) {}

    static ReceiptResult of(ReceiptState state) {
        List<Allocation> allocations = Stream.concat(state.shares().stream(), state.prepaid().stream())
                .map(share -> new Allocation(share.invoiceId(), share.amount()))
                .toList();
        return new ReceiptResult(
                state.receiptId(), state.status(), state.payer(), state.unapplied(), allocations, List.of());
    }

    ReceiptResult with(List<Candidate> found) {
        return new ReceiptResult(receiptId, status, accountId, unapplied, allocations, found);
    }
}
