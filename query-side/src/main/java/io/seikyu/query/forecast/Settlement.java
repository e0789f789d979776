package io.seikyu.query.forecast;

import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimView.Kind;
import io.seikyu.query.claim.ClaimView.Move;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * That money settled an invoice.
 *
 * @param daysLate from the due date to the last payment; negative when it came before
 * @param known    since when
 */
record Settlement(LocalDate paidOn, long daysLate, Instant known) {
    /** As far as is known today; empty for what is open, or ended without money. */
    static Optional<Settlement> of(ClaimView claim) {
        BigDecimal open = BigDecimal.ZERO;
        Map<LocalDate, BigDecimal> paid = new TreeMap<>();
        Settlement settlement = null;
        for (Move move : claim.moves()) {
            boolean byMoney = move.kind() == Kind.PAID || move.kind() == Kind.DEDUCTED;
            open = open.add(move.amount());
            if (byMoney) {
                paid.merge(move.bookedOn(), move.amount(), BigDecimal::add);
            }
            settlement = open.signum() == 0 && byMoney ? settled(claim, paid, move.known()) : null;
        }
        return Optional.ofNullable(settlement);
    }

    private static @Nullable Settlement settled(ClaimView claim, Map<LocalDate, BigDecimal> paid, Instant known) {
        return paid.entrySet().stream()
                .filter(day -> day.getValue().signum() < 0)
                .map(Map.Entry::getKey)
                .max(LocalDate::compareTo)
                .map(last -> new Settlement(last, ChronoUnit.DAYS.between(claim.dueDate(), last), known))
                .orElse(null);
    }
}
