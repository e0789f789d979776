package io.seikyu.command.account;

import io.seikyu.contract.account.AccountEvent.ReservationEnd;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.CreditTerms;
import io.seikyu.contract.invoice.Coverage;
import io.seikyu.contract.invoice.Coverage.Reason;
import io.seikyu.contract.invoice.Coverage.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What credit says of an invoice at billing time. A pure function of what the payer's account knows: a reservation that
 * was made before the delivery counts whatever the limit is today, unless the payer was insolvent when it was delivered;
 * beyond it, what is free of the limit and of a guarantee, one instalment at a time.
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
     * @param contractId    under which it is billed
     * @param agreed        what its contract says about credit
     */
    public record Asked(
            String invoiceId,
            String reservationId,
            BigDecimal payable,
            LocalDate deliveredOn,
            String contractId,
            CreditTerms agreed) {
        public static Asked of(
                String invoiceId,
                String reservationId,
                BigDecimal payable,
                LocalDate deliveredOn,
                String contractId,
                Optional<ContractTerms> terms) {
            CreditTerms agreed = terms.map(ContractTerms::credit).orElse(CreditTerms.NONE);
            return new Asked(invoiceId, reservationId, payable, deliveredOn, contractId, agreed);
        }
    }

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
        Free free = Free.of(book, asked, exposure);
        BigDecimal left = reserved.max(free.amount());
        return new CreditCheck(
                cited.unusable(),
                left,
                coverage(asked, cited, credit, exposure, reserved, free),
                credit.onHold(),
                credit.insolvent());
    }

    private static Coverage coverage(
            Asked asked, Cited cited, CreditStanding credit, BigDecimal exposure, BigDecimal reserved, Free free) {
        BigDecimal left = reserved.max(free.amount());
        BigDecimal covered = asked.payable().max(BigDecimal.ZERO).min(left);
        boolean whole = covered.compareTo(asked.payable()) >= 0;
        List<Reason> reasons = new ArrayList<>();
        if (reserved.signum() > 0) {
            reasons.add(Reason.RESERVED);
        }
        if (covered.min(free.ofLimit()).compareTo(reserved) > 0) {
            reasons.add(Reason.WITHIN_LIMIT);
        }
        if (covered.compareTo(reserved.max(free.ofLimit())) > 0) {
            reasons.add(Reason.GUARANTEED);
        }
        if (!whole) {
            reasons.add(free.why());
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

    /** Whether more of it is covered than the payer's limit alone would. */
    public boolean guaranteed() {
        return coverage.reasons().contains(Reason.GUARANTEED);
    }

    /**
     * What is free without a reservation, yen.
     *
     * @param ofLimit how much of it the payer's limit alone gives
     * @param why     there is no more
     */
    private record Free(BigDecimal amount, BigDecimal ofLimit, Reason why) {
        private static Free nothing(Reason why) {
            return new Free(BigDecimal.ZERO, BigDecimal.ZERO, why);
        }

        /** A guarantee is for what is lent, and not for what is delivered to somebody who is known to be insolvent. */
        static Free of(AccountBook book, Asked asked, BigDecimal exposure) {
            CreditStanding credit = book.credit();
            if (credit.insolvent()) {
                return nothing(Reason.INSOLVENT);
            }
            if (credit.onHold()) {
                return nothing(Reason.ON_HOLD);
            }
            BigDecimal ofLimit = credit.leftOf(exposure);
            BigDecimal guaranteed = asked.agreed().guaranteed();
            BigDecimal left = guaranteed == null ? ofLimit : credit.leftOf(exposure.subtract(guaranteed));
            BigDecimal instalment = asked.agreed().instalment();
            if (instalment == null) {
                return new Free(left, ofLimit, Reason.LIMIT_EXCEEDED);
            }
            BigDecimal next = instalment
                    .subtract(book.claims().openUnder(asked.contractId(), asked.invoiceId()))
                    .max(BigDecimal.ZERO);
            return next.compareTo(left) < 0
                    ? new Free(next, next.min(ofLimit), Reason.INSTALMENT_EXCEEDED)
                    : new Free(left, ofLimit, Reason.LIMIT_EXCEEDED);
        }
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
