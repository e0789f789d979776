package io.seikyu.command.invoice;

import io.seikyu.contract.receipt.Deduction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Money of a receipt that is booked to an invoice.
 *
 * @param money      at most this much of it, yen
 * @param deductions what the payer keeps back beside it
 * @param fee        what the contract says of transfer fees
 */
public record Booking(
        String receiptId, LocalDate bookedOn, BigDecimal money, List<Deduction> deductions, AgreedFee fee) {
    /** Nothing was agreed, so the payer bears the fee. */
    static final AgreedFee NO_FEE = new AgreedFee(false, BigDecimal.ZERO);

    /** @param cap of one payment, yen */
    public record AgreedFee(boolean deductible, BigDecimal cap) {}

    static Booking of(String receiptId, LocalDate bookedOn, BigDecimal money) {
        return new Booking(receiptId, bookedOn, money, List.of(), NO_FEE);
    }
}
