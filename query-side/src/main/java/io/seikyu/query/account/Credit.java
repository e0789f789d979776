package io.seikyu.query.account;

import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.CreditReserved;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.AccountEvent.ReservationAssigned;
import io.seikyu.contract.account.AccountEvent.ReservationEnded;
import io.seikyu.contract.account.CreditGrade;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a payer's credit for whoever may read its account: no score, no points, no signal.
 *
 * @param grade        absent while nobody has screened the payer
 * @param limit        yen, as it was screened; it counts only while the payer is solvent
 * @param reasons      of the grade, codes that a client company may see
 * @param screeningId  that decided
 * @param onHold       by the screening
 * @param held         why nothing more is covered, a code; absent without a hold
 * @param insolvencies of today and of earlier, in the order in which they were recorded
 * @param unpaid       open of what the payer has, yen
 * @param approved     of what was approved and is not issued yet, yen
 * @param reservations that are not over, in the order in which they were made
 */
public record Credit(
        CreditGrade grade,
        BigDecimal limit,
        List<String> reasons,
        String screeningId,
        LocalDate screenedOn,
        boolean onHold,
        String held,
        List<Insolvency> insolvencies,
        BigDecimal unpaid,
        BigDecimal approved,
        List<Reservation> reservations) {
    static final Credit UNKNOWN = new Credit(
            null, null, List.of(), null, null, false, null, List.of(), BigDecimal.ZERO, BigDecimal.ZERO, List.of());

    /**
     * That the payer was insolvent (倒産), as far as was known.
     *
     * @param recorded since when that is known
     * @param lifted   since when it is known not to be so any more; absent while it is
     */
    public record Insolvency(Instant recorded, @Nullable Instant lifted) {
        /** @param knownAt as it was known then; null: as it is known now */
        boolean isKnown(@Nullable Instant knownAt) {
            return knownAt == null
                    ? lifted == null
                    : !recorded.isAfter(knownAt) && (lifted == null || lifted.isAfter(knownAt));
        }

        private Insolvency liftedAt(Instant moment) {
            return lifted == null ? new Insolvency(recorded, moment) : this;
        }
    }

    /** @param invoiceId that cites it and waits for a decision; absent without one */
    public record Reservation(String reservationId, BigDecimal amount, LocalDate validUntil, String invoiceId) {
        boolean holdsOn(LocalDate day) {
            return invoiceId != null || !validUntil.isBefore(day);
        }
    }

    Credit with(CreditScreened event) {
        return new Credit(
                event.screening().grade(),
                event.screening().creditLimit(),
                event.screening().reasons(),
                event.screening().screeningId(),
                event.screening().screenedOn(),
                event.screening().onHold(),
                held,
                insolvencies,
                unpaid,
                approved,
                reservations);
    }

    Credit held(String reason) {
        return new Credit(
                grade,
                limit,
                reasons,
                screeningId,
                screenedOn,
                onHold,
                reason,
                insolvencies,
                unpaid,
                approved,
                reservations);
    }

    Credit insolvent(Instant recorded) {
        List<Insolvency> more = new ArrayList<>(insolvencies);
        more.add(new Insolvency(recorded, null));
        return new Credit(
                grade,
                limit,
                reasons,
                screeningId,
                screenedOn,
                onHold,
                held,
                List.copyOf(more),
                unpaid,
                approved,
                reservations);
    }

    /** The grade and limit from before are not those of today. */
    Credit solvent(Instant lifted) {
        List<Insolvency> over =
                insolvencies.stream().map(it -> it.liftedAt(lifted)).toList();
        return new Credit(null, null, List.of(), null, null, false, held, over, unpaid, approved, reservations);
    }

    public boolean insolvent() {
        return insolvencies.stream().anyMatch(it -> it.isKnown(null));
    }

    Credit with(ClaimMoved event) {
        return new Credit(
                grade,
                limit,
                reasons,
                screeningId,
                screenedOn,
                onHold,
                held,
                insolvencies,
                event.unpaid(),
                event.approved(),
                reservations);
    }

    Credit and(CreditReserved event) {
        List<Reservation> more = new ArrayList<>(reservations);
        more.add(new Reservation(event.reservationId(), event.amount(), event.validUntil(), null));
        return with(more);
    }

    Credit with(ReservationAssigned event) {
        return with(reservations.stream()
                .map(it -> it.reservationId().equals(event.reservationId())
                        ? new Reservation(it.reservationId(), it.amount(), it.validUntil(), event.invoiceId())
                        : it)
                .toList());
    }

    Credit without(ReservationEnded event) {
        return with(reservations.stream()
                .filter(it -> !it.reservationId().equals(event.reservationId()))
                .toList());
    }

    private Credit with(List<Reservation> next) {
        return new Credit(
                grade,
                limit,
                reasons,
                screeningId,
                screenedOn,
                onHold,
                held,
                insolvencies,
                unpaid,
                approved,
                List.copyOf(next));
    }

    /** Yen that are kept free on {@code day}. */
    BigDecimal reserved(LocalDate day) {
        return reservations.stream()
                .filter(it -> it.holdsOn(day))
                .map(Reservation::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
