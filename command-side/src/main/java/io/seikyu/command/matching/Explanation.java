package io.seikyu.command.matching;

import io.seikyu.command.matching.MatchCandidate.Share;
import io.seikyu.command.matching.MatchingFacts.OpenItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One way in which an amount fits a payer's open invoices.
 *
 * @param items  the oldest due first
 * @param fee    by how many yen the amount is short of them; 0: by none
 * @param oldest whether another choice of invoices over the same amounts was possible
 */
record Explanation(Kind kind, List<OpenItem> items, long fee, boolean oldest) {
    static final Comparator<OpenItem> BY_DUE_DATE =
            Comparator.comparing(OpenItem::dueDate).thenComparing(OpenItem::invoiceId);

    enum Kind {
        SINGLE,
        DUE_DATES,
        GAPS
    }

    /** What of the score it takes away. */
    int cost() {
        int ofKind = switch (kind) {
            case SINGLE -> 0;
            case DUE_DATES -> 4;
            case GAPS -> 8;
        };
        return ofKind + (fee > 0 ? 3 : 0);
    }

    List<MatchReason> reasons() {
        List<MatchReason> reasons = new ArrayList<>();
        reasons.add(
                switch (kind) {
                    case SINGLE -> MatchReason.AMOUNT;
                    case DUE_DATES -> MatchReason.DUE_TOGETHER;
                    case GAPS -> MatchReason.SUM_WITH_GAPS;
                });
        if (fee > 0) {
            reasons.add(MatchReason.TRANSFER_FEE);
        }
        if (oldest) {
            reasons.add(MatchReason.OLDEST_DUE);
        }
        return reasons;
    }

    /** The fee is booked to the greatest of the invoices. */
    List<Share> shares() {
        OpenItem bearer = items.stream()
                .max(Comparator.comparing(OpenItem::open).thenComparing(BY_DUE_DATE.reversed()))
                .orElseThrow();
        return items.stream()
                .map(item -> {
                    BigDecimal deducted = item == bearer ? BigDecimal.valueOf(fee) : BigDecimal.ZERO;
                    return new Share(item.invoiceId(), item.open().subtract(deducted), deducted);
                })
                .toList();
    }

    /** The amounts it consists of, which tell it from another one. */
    List<BigDecimal> amounts() {
        return items.stream().map(OpenItem::open).sorted().toList();
    }
}
