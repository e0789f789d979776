package io.seikyu.command.account;

import io.seikyu.contract.account.AccountEvent.CreditReserved;
import io.seikyu.contract.account.AccountEvent.ReservationAssigned;
import io.seikyu.contract.account.AccountEvent.ReservationEnd;
import io.seikyu.contract.account.AccountEvent.ReservationEnded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The credit that is kept free on an account, and the last {@value #ENDED} reservations that are over.
 *
 * @param open in the order in which they were made
 */
public record Reservations(List<Reservation> open, List<Ended> over) {
    static final int ENDED = 200;
    static final Reservations NONE = new Reservations(List.of(), List.of());

    /** @param invoiceId that used it up; null for another end */
    public record Ended(String reservationId, ReservationEnd cause, BigDecimal amount, String invoiceId) {}

    Optional<Reservation> find(String reservationId) {
        return open.stream()
                .filter(it -> it.reservationId().equals(reservationId))
                .findFirst();
    }

    Optional<Reservation> keptFor(String invoiceId) {
        return open.stream().filter(it -> invoiceId.equals(it.invoiceId())).findFirst();
    }

    Optional<Ended> ended(String reservationId) {
        return over.stream()
                .filter(it -> it.reservationId().equals(reservationId))
                .findFirst();
    }

    boolean knows(String reservationId) {
        return find(reservationId).isPresent() || ended(reservationId).isPresent();
    }

    /** Yen that are kept free on {@code day}. */
    BigDecimal sum(LocalDate day) {
        return open.stream()
                .filter(it -> it.holdsOn(day))
                .map(Reservation::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Reservations with(CreditReserved event) {
        List<Reservation> more = new ArrayList<>(open);
        more.add(new Reservation(event.reservationId(), event.amount(), event.validUntil(), null));
        return new Reservations(List.copyOf(more), over);
    }

    Reservations with(ReservationAssigned event) {
        return new Reservations(
                open.stream()
                        .map(it ->
                                it.reservationId().equals(event.reservationId()) ? it.keptFor(event.invoiceId()) : it)
                        .toList(),
                over);
    }

    Reservations with(ReservationEnded event) {
        BigDecimal amount = find(event.reservationId()).map(Reservation::amount).orElse(BigDecimal.ZERO);
        List<Ended> ended = new ArrayList<>(over);
        ended.add(new Ended(event.reservationId(), event.cause(), amount, event.invoiceId()));
        return new Reservations(
                open.stream()
                        .filter(it -> !it.reservationId().equals(event.reservationId()))
                        .toList(),
                List.copyOf(ended.subList(Math.max(0, ended.size() - ENDED), ended.size())));
    }
}
