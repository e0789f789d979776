package io.seikyu.command.invoice;

import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.receipt.Deduction;
import java.math.BigDecimal;
import java.util.List;

/**
 * Money of a receipt that is booked to an invoice.
 *
 * @param money      at most this much of it, yen
 * @param deductions what the payer keeps back beside it
 * @param recovering whether it may pay what was written off: a person says so, because of what was remitted nothing is
 *                   owed any more
 */
public record Booking(Payment payment, BigDecimal money, List<Deduction> deductions, boolean recovering) {
    public static Booking of(Payment payment, BigDecimal money) {
        return new Booking(payment, money, List.of(), false);
    }
}
