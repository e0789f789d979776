package io.seikyu.command.account;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Credit that is kept free for a delivery to come.
 *
 * @param amount     yen
 * @param validUntil the last day
 * @param invoiceId  that cites it and waits for a decision, or null; it does not expire meanwhile
 */
public record Reservation(String reservationId, BigDecimal amount, LocalDate validUntil, String invoiceId) {
    boolean holdsOn(LocalDate day) {
        return invoiceId != null || !validUntil.isBefore(day);
    }

    Reservation keptFor(String invoice) {
        return new Reservation(reservationId, amount, validUntil, invoice);
    }
}
