package io.seikyu.command.account;

import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The open claims on a payer, all of them: exposure is exact.
 *
 * @param open by the invoices' ids
 */
public record Claims(List<Claim> open) {
    static final Claims NONE = new Claims(List.of());

    Optional<Claim> find(String invoiceId) {
        int place = place(invoiceId);
        return place < 0 ? Optional.empty() : Optional.of(open.get(place));
    }

    /** Yen that are open at this stage. */
    BigDecimal sum(Stage stage) {
        return open.stream()
                .filter(known -> known.stage() == stage)
                .map(Claim::balance)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Yen that are open of other invoices under this contract. */
    BigDecimal openUnder(String contractId, String exceptInvoice) {
        return open.stream()
                .filter(known -> known.contractId().equals(contractId))
                .filter(known -> !known.invoiceId().equals(exceptInvoice))
                .map(Claim::balance)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** In place of what was known of the same invoice's claim. */
    Claims after(Claim claim) {
        return claim.stage().isOpen() ? with(claim) : without(claim.invoiceId());
    }

    Claims with(Claim claim) {
        int place = place(claim.invoiceId());
        List<Claim> next = new ArrayList<>(open.size() + 1);
        next.addAll(open);
        if (place < 0) {
            next.add(-place - 1, claim);
        } else {
            next.set(place, claim);
        }
        return new Claims(List.copyOf(next));
    }

    private Claims without(String invoiceId) {
        int place = place(invoiceId);
        if (place < 0) {
            return this;
        }
        List<Claim> next = new ArrayList<>(open);
        next.remove(place);
        return new Claims(List.copyOf(next));
    }

    /** As {@link java.util.Collections#binarySearch}: there may be thousands. */
    private int place(String invoiceId) {
        int low = 0;
        int high = open.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = open.get(middle).invoiceId().compareTo(invoiceId);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
