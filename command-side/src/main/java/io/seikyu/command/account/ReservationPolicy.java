package io.seikyu.command.account;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.account.AccountCommand.ReserveCredit;
import java.math.BigDecimal;
import java.util.List;

/** Decides whether credit can be kept free for a delivery to come. */
final class ReservationPolicy {
    private static final int LONGEST_YEARS = 1;

    private ReservationPolicy() {}

    /** @throws Refusal with what is left, when it cannot */
    static void check(AccountBook book, ReserveCredit command) {
        if (book.reservations().knows(command.reservationId())) {
            throw Refusal.conflict("already-exists", "there is reservation '" + command.reservationId() + "' already");
        }
        if (command.validUntil().isBefore(command.today())) {
            throw Refusal.invalid(
                    "invalid-reservation",
                    "this reservation would be over already",
                    List.of(new Fault("/validUntil", "invalid", "must not be before today, " + command.today())));
        }
        if (command.validUntil().isAfter(command.today().plusYears(LONGEST_YEARS))) {
            throw Refusal.invalid(
                    "invalid-reservation",
                    "credit is kept free for a delivery that is near",
                    List.of(new Fault("/validUntil", "invalid", "must be within a year from today")));
        }
        CreditStanding credit = book.credit();
        if (!credit.decided()) {
            throw Refusal.conflict(
                    "payer-not-screened",
                    "nobody has decided how far this payer is trusted: screen it first, by POST .../screenings");
        }
        BigDecimal left = credit.onHold() ? BigDecimal.ZERO : book.free(command.today());
        if (command.amount().compareTo(left) > 0) {
            throw Refusal.invalid(
                            "credit-limit-exceeded",
                            "of this payer's limit " + text(left) + " yen are left" + why(credit),
                            List.of(new Fault("/amount", "too-large", "must be at most " + text(left))))
                    .with("left", left);
        }
    }

    /** @throws Refusal when there is none that may be given back */
    static String releasable(Reservations reservations, String reservationId) {
        Reservation found = reservations.find(reservationId).orElse(null);
        if (found == null) {
            throw reservations
                    .ended(reservationId)
                    .map(it -> Refusal.conflict("reservation-ended", "this reservation is over: it was " + it.cause()))
                    .orElseGet(() -> Refusal.notFound(
                            "reservation-not-found", "there is no reservation '" + reservationId + "'"));
        }
        if (found.invoiceId() != null) {
            throw Refusal.conflict(
                    "reservation-in-use",
                    "invoice '" + found.invoiceId()
                            + "' cites it and waits for a decision: reject or cancel that first");
        }
        return reservationId;
    }

    private static String why(CreditStanding credit) {
        if (credit.insolvent()) {
            return ": the payer is insolvent";
        }
        return credit.onHold() ? ": nothing more is covered of this payer" : "";
    }

    private static String text(BigDecimal yen) {
        return yen.stripTrailingZeros().toPlainString();
    }
}
