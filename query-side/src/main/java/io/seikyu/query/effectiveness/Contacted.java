package io.seikyu.query.effectiveness;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimView.Kind;
import io.seikyu.query.claim.ClaimView.Move;
import io.seikyu.query.reminder.ReminderView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One invoice that a payer was reminded of, and what is known today of what came after. */
record Contacted(ReminderView reminder, ReminderItem item, ClaimView claim) {
    LocalDate day() {
        return BusinessDay.of(reminder.at());
    }

    /** Whether anything was open of it, as is known today, once the day of the reminder was over. */
    boolean hadToBePaid() {
        return openOn(day()).signum() > 0;
    }

    /** Days until money had paid all of it; empty while it has not. */
    OptionalLong daysUntilPaid() {
        return closing()
                .filter(move -> move.kind() == Kind.PAID || move.kind() == Kind.DEDUCTED)
                .map(move -> OptionalLong.of(after(move.day())))
                .orElse(OptionalLong.empty());
    }

    /** Days until it was over without money: credited, cancelled or given up; empty while it is not. */
    OptionalLong daysUntilOverOtherwise() {
        return closing()
                .filter(move -> move.kind() != Kind.PAID && move.kind() != Kind.DEDUCTED)
                .map(move -> OptionalLong.of(after(move.day())))
                .orElse(OptionalLong.empty());
    }

    long after(LocalDate later) {
        return ChronoUnit.DAYS.between(day(), later);
    }

    /** What came in on it within so many days after, yen. */
    BigDecimal received(int days) {
        return claim.moves().stream()
                .filter(move -> move.kind() == Kind.PAID)
                .filter(move -> after(move.day()) > 0 && after(move.day()) <= days)
                .map(move -> move.amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean disputedWithin(int days) {
        return claim.said().disputes().stream()
                .map(dispute -> Duration.between(reminder.at(), dispute.known()))
                .anyMatch(later -> !later.isNegative() && later.toDays() < days);
    }

    private BigDecimal openOn(LocalDate asOf) {
        return claim.balance(asOf, null);
    }

    /** The move with which nothing was open any more and is not today. */
    private Optional<Move> closing() {
        if (claim.balance().signum() != 0) {
            return Optional.empty();
        }
        List<Move> byDay = claim.moves().stream()
                .sorted(Comparator.comparing(Move::day).thenComparing(Move::known))
                .toList();
        BigDecimal open = BigDecimal.ZERO;
        Move closing = null;
        for (Move move : byDay) {
            boolean wasOpen = open.signum() != 0;
            open = open.add(move.amount());
            closing = open.signum() == 0 && wasOpen ? move : open.signum() == 0 ? closing : null;
        }
        return Optional.ofNullable(closing);
    }
}
