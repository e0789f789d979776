package io.seikyu.contract.account;

import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What one invoice claims (債権) from its payer, as the payer's account keeps it. It names nobody.
 *
 * @param balance   what is open, yen; zero from {@link Stage#SETTLED} on
 * @param reachedOn the day from which it may be relied upon that the payer has the invoice; absent while nobody knows
 * @param payments  the receipts that paid of it, in the order of their days
 */
public record Claim(
        String invoiceId,
        String contractId,
        Stage stage,
        BigDecimal balance,
        LocalDate dueDate,
        LocalDate reachedOn,
        List<Payment> payments) {

    /** The day of the last payment, whatever the order in which they were booked; null without any. */
    public LocalDate paidOn() {
        return payments.stream()
                .map(Payment::bookedOn)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /** @param method absent where nobody said it */
    public record Payment(String receiptId, LocalDate bookedOn, Method method) {}

    public enum Stage {
        /** The payer does not have the invoice yet. */
        APPROVED,
        /** The payer has it, and some of it is open. */
        ISSUED,
        /** Nothing is open any more. */
        SETTLED,
        /** The client company has given it up (貸倒れ). */
        WRITTEN_OFF,
        /** It claims nothing any more: rejected, cancelled, being corrected, or another payer's. */
        ENDED;

        public boolean isOpen() {
            return this == APPROVED || this == ISSUED;
        }
    }
}
