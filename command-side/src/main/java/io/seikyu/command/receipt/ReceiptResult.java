package io.seikyu.command.receipt;

import java.math.BigDecimal;
import java.util.List;

/**
 * What became of money that came in.
 *
 * @param candidates invoices it may be for, when nobody said so; a person chooses among them
 */
public record ReceiptResult(String receiptId, Status status, List<Allocation> allocations, List<String> candidates) {
    public enum Status {
        ALLOCATED,
        PARTLY_ALLOCATED,
        UNMATCHED
    }

    public record Allocation(String invoiceId, BigDecimal amount) {}
}
