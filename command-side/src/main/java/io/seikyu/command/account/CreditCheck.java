package io.seikyu.command.account;

import io.seikyu.contract.account.AccountEvent.ReservationEnd;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.invoice.Coverage;
import io.seikyu.contract.invoice.Coverage.Reason;
import io.seikyu.contract.invoice.Coverage.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What credit says of an invoice at billing time. A pure function of what the payer's account knows: a reservation that
 * was made before the delivery counts whatever the limit is today, unless the payer was insolvent when it was delivered;
 * beyond it, what is free of the limit.
 *
 * @param reservation what is wrong with the reservation that the invoice cites; null when nothing is
 * @param left        how much would be covered at most, yen; null while nobody has decided it
 * @param coverage    what follows
 * @param onHold      whether nothing more is covered of the payer
 * @param insolvent   whether the payer is
 */
public record CreditCheck(Unusable reservation, BigDecimal left, Coverage coverage, boolean onHold, boolean insolvent) {
    public static final CreditCheck UNSCREENED = new CreditCheck(null, null, Coverage.UNSCREENED, false, false);

    /** Why a reservation does not count. */
    public enum Unusable {
        UNKNOWN,
        EXPIRED,
        RELEASED,
        USED,
        KEPT_FOR_ANOTHER
    }

    /**
     * What the invoice asks for.
     *
     * @param reservationId or null
     * @param payable       yen
     * @param deliveredOn   the last day of its transaction
     */
    public record Asked(String invoiceId, String reservationId, BigDecimal payable, LocalDate deliveredOn) {}

    static CreditCheck of(AccountBook book, Asked asked, LocalDate today) {
        Cited cited = Cited.of(book.reservations(), asked, today);
        CreditStanding credit = book.credit();
        if (!credit.decided() && cited.amount().signum() == 0) {
            return new CreditCheck(cited.unusable(), null, Coverage.UNSCREENED, false, false);
        }
        BigDecimal own =
                book.claims().find(asked.invoiceId()).map(Claim::balance).orElse(BigDecimal.ZERO);
        BigDecimal exposure = book.exposure(today).total().subtract(own).subtract(cited.counted());
        BigDecimal reserved = credit.insolventOn(asked.deliveredOn()) ? BigDecimal.ZERO : cited.amount();
        BigDecimal free = credit.onHold() ? BigDecimal.ZERO : credit.leftOf(exposure);
        BigDecimal left = reserved.max(free);
        return new CreditCheck(
                cited.unusable(),
                left,
                coverage(asked, cited, credit, exposure, reserved, left),
                credit.onHold(),
                credit.insolvent());
    }

    private static Coverage coverage(
            Asked asked,
            Cited cited,
            CreditStanding credit,
            BigDecimal exposure,
            BigDecimal reserved,
            BigDecimal left) {
        BigDecimal covered = asked.payable().max(BigDecimal.ZERO).min(left);
        boolean whole = covered.compareTo(asked.payable()) >= 0;
        List<Reason> reasons = new ArrayList<>();
        if (reserved.signum() > 0) {
            reasons.add(Reason.RESERVED);
        }
        if (covered.compareTo(reserved) > 0) {
            reasons.add(Reason.WITHIN_LIMIT);
        }
        if (!whole) {
            reasons.add(
                    credit.insolvent() ? Reason.INSOLVENT : credit.onHold() ? Reason.ON_HOLD : Reason.LIMIT_EXCEEDED);
        }
        Status partly = covered.signum() > 0 ? Status.PARTLY_COVERED : Status.NOT_COVERED;
        return new Coverage(
                whole ? Status.COVERED : partly,
                covered,
                List.copyOf(reasons),
                cited.amount().signum() > 0 ? asked.reservationId() : null,
                credit.limit().orElse(null),
                exposure);
    }

    /** Whether the invoice claims more than the limit has left, and nothing else is to blame. */
    public boolean limitExceeded() {
        return coverage.reasons().contains(Reason.LIMIT_EXCEEDED);
    }

    /**
     * The reservation that an invoice cites.
     *
     * @param amount  that it is good for, yen
     * @param counted how much of it stands in the account's exposure
     */
    private record Cited(Unusable unusable, BigDecimal amount, BigDecimal counted) {
        private static final Cited NONE = new Cited(null, BigDecimal.ZERO, BigDecimal.ZERO);

        static Cited of(Reservations reservations, Asked asked, LocalDate today) {
            if (asked.reservationId() == null) {
                return NONE;
            }
            return reservations
                    .find(asked.reservationId())
                    .map(open -> of(open, asked, today))
                    .or(() -> reservations.ended(asked.reservationId()).map(ended -> of(ended, asked)))
                    .orElseGet(() -> not(Unusable.UNKNOWN));
        }

        private static Cited of(Reservation open, Asked asked, LocalDate today) {
            if (open.invoiceId() != null && !open.invoiceId().equals(asked.invoiceId())) {
                return not(Unusable.KEPT_FOR_ANOTHER);
            }
            return open.holdsOn(today) ? new Cited(null, open.amount(), open.amount()) : not(Unusable.EXPIRED);
        }

        /** What the invoice itself used up is its own, also when it is corrected. */
        private static Cited of(Reservations.Ended ended, Asked asked) {
            if (ended.cause() == ReservationEnd.USED && asked.invoiceId().equals(ended.invoiceId())) {
                return new Cited(null, ended.amount(), BigDecimal.ZERO);
            }
            return not(Unusable.valueOf(ended.cause().name()));
        }

        private static Cited not(Unusable why) {
            return new Cited(why, BigDecimal.ZERO, BigDecimal.ZERO);
        }
    }
}
