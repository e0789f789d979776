package io.seikyu.query.forecast;

import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimView.Kind;
import io.seikyu.query.claim.ClaimView.Move;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * That money settled an invoice, as far as was known.
 *
 * @param daysLate from the due date to the last payment; negative when it came before
 * @param known    since when
 * @param until    since when it is known that something is open again, or that it was paid otherwise; absent while it holds
 */
record Settlement(
        LocalDate paidOn,
        long daysLate,
        Instant known,
        @Nullable Instant until) {
    /** Each that was known at any time, in order; none for what was never over, or ended without money. */
    static List<Settlement> of(ClaimView claim) {
        List<Settlement> all = new ArrayList<>();
        BigDecimal open = BigDecimal.ZERO;
        Map<LocalDate, BigDecimal> paid = new TreeMap<>();
        Settlement holds = null;
        for (Move move : claim.moves()) {
            boolean byMoney = move.kind() == Kind.PAID || move.kind() == Kind.DEDUCTED;
            open = open.add(move.amount());
            if (byMoney) {
                paid.merge(move.bookedOn(), move.amount(), BigDecimal::add);
            }
            if (holds != null) {
                all.add(holds.until(move.known()));
            }
            holds = open.signum() == 0 && byMoney ? settled(claim, paid, move.known()) : null;
        }
        if (holds != null) {
            all.add(holds);
        }
        return all;
    }

    /** @param knownAt as it was known then; null: as it is known now */
    boolean isKnown(@Nullable Instant knownAt) {
        return knownAt == null ? until == null : !known.isAfter(knownAt) && (until == null || until.isAfter(knownAt));
    }

    private Settlement until(Instant moment) {
        return new Settlement(paidOn, daysLate, known, moment);
    }

    private static @Nullable Settlement settled(ClaimView claim, Map<LocalDate, BigDecimal> paid, Instant known) {
        return paid.entrySet().stream()
                .filter(day -> day.getValue().signum() < 0)
                .map(Map.Entry::getKey)
                .max(LocalDate::compareTo)
                .map(last -> new Settlement(last, ChronoUnit.DAYS.between(claim.dueDate(), last), known, null))
                .orElse(null);
    }
}
