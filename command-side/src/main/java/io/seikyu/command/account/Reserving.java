package io.seikyu.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.schedule.Schedules;
import io.seikyu.contract.account.AccountCommand.ExpireReservation;
import io.seikyu.contract.account.AccountCommand.ReleaseReservation;
import io.seikyu.contract.account.AccountCommand.ReserveCredit;
import io.seikyu.contract.account.AccountEvent.CreditReserved;
import io.seikyu.contract.account.AccountEvent.ReservationAssigned;
import io.seikyu.contract.account.AccountEvent.ReservationEnd;
import io.seikyu.contract.account.AccountEvent.ReservationEnded;
import io.seikyu.contract.id.AccountId;
import java.util.Optional;

/** Credit is kept free for a delivery to come (与信枠の確保), used up by its invoice, or given back. */
final class Reserving {
    private Reserving() {}

    static Reserved reserve(CustomerAccount account, ReserveCredit command, Schedules schedules) {
        ReservationPolicy.check(account.book(), command);
        AccountId payer = account.id();
        apply(new CreditReserved(
                payer.tenant(), payer.value(), command.reservationId(), command.amount(), command.validUntil()));
        schedules.set(WhenReservationExpires.of(command));
        return new Reserved(command.reservationId());
    }

    static void release(CustomerAccount account, ReleaseReservation command) {
        Reservations present = account.book().reservations();
        end(account, ReservationPolicy.releasable(present, command.reservationId()), ReservationEnd.RELEASED, null);
    }

    static void expire(CustomerAccount account, ExpireReservation command) {
        account.book()
                .reservations()
                .find(command.reservationId())
                .filter(it -> !it.holdsOn(command.today()))
                .ifPresent(it -> end(account, it.reservationId(), ReservationEnd.EXPIRED, null));
    }

    /**
     * Keeps an open reservation for an invoice that waits for a decision.
     *
     * @param reservationId null: none is kept for it any more
     */
    static void assign(CustomerAccount account, String reservationId, String invoiceId) {
        AccountId payer = account.id();
        Reservations present = account.book().reservations();
        Optional<Reservation> before = present.keptFor(invoiceId);
        if (before.filter(it -> it.reservationId().equals(reservationId)).isPresent()) {
            return;
        }
        before.ifPresent(it -> apply(new ReservationAssigned(payer.tenant(), payer.value(), it.reservationId(), null)));
        if (present.find(reservationId).isPresent()) {
            apply(new ReservationAssigned(payer.tenant(), payer.value(), reservationId, invoiceId));
        }
    }

    /** The invoice claims something now: what was kept for it is used up, whole. */
    static void use(CustomerAccount account, String invoiceId) {
        account.book()
                .reservations()
                .keptFor(invoiceId)
                .ifPresent(it -> end(account, it.reservationId(), ReservationEnd.USED, invoiceId));
    }

    private static void end(CustomerAccount account, String reservationId, ReservationEnd cause, String invoiceId) {
        AccountId payer = account.id();
        apply(new ReservationEnded(payer.tenant(), payer.value(), reservationId, cause, invoiceId));
    }
}
