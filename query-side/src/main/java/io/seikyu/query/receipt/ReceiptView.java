package io.seikyu.query.receipt;

import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Money that came in, and where it went.
 *
 * @param invoiceId what the payer said the money is for; may be absent
 * @param unapplied what no invoice took, yen
 */
public record ReceiptView(
        String clientId,
        String receiptId,
        LocalDate bookedOn,
        BigDecimal amount,
        String payerName,
        Method method,
        String virtualAccount,
        String reference,
        String invoiceId,
        List<Allocation> allocations,
        BigDecimal unapplied) {

    public record Allocation(String invoiceId, BigDecimal amount) {}

    public enum Status {
        ALLOCATED,
        PARTLY_ALLOCATED,
        UNMATCHED
    }

    public Status status() {
        BigDecimal allocated = allocations.stream().map(Allocation::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (allocated.signum() == 0) {
            return Status.UNMATCHED;
        }
        return allocated.compareTo(amount) < 0 ? Status.PARTLY_ALLOCATED : Status.ALLOCATED;
    }

    ReceiptView allocated(Allocation allocation) {
        List<Allocation> all = new ArrayList<>(allocations);
        all.add(allocation);
        return with(List.copyOf(all), unapplied);
    }

    ReceiptView kept(BigDecimal more) {
        return with(allocations, unapplied.add(more));
    }

    private ReceiptView with(List<Allocation> allocated, BigDecimal kept) {
        return new ReceiptView(
                clientId,
                receiptId,
                bookedOn,
                amount,
                payerName,
                method,
                virtualAccount,
                reference,
                invoiceId,
                allocated,
                kept);
    }
}
