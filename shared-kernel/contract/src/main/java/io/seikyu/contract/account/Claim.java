package io.seikyu.contract.account;

import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What one invoice claims (債権) from its payer, as the payer's account keeps it. It names nobody.
 *
 * @param balance   what is open, yen; zero from {@link Stage#SETTLED} on
 * @param reachedOn the day from which it may be relied upon that the payer has the invoice; absent while nobody knows
 * @param payments  the receipts that paid of it, in the order of their days
 * @param ourError  whether the client company billed wrongly, and that is settled
 */
public record Claim(
        String invoiceId,
        String contractId,
        Stage stage,
        BigDecimal balance,
        LocalDate dueDate,
        LocalDate reachedOn,
        List<Payment> payments,
        boolean ourError) {
    private static final Comparator<Payment> BY_DAY =
            Comparator.comparing(Payment::bookedOn).thenComparing(Payment::receiptId);

    /** The day of the last payment, whatever the order in which they were booked; null without any. */
    public LocalDate paidOn() {
        LocalDate last = null;
        for (Payment payment : payments) {
            if (last == null || payment.bookedOn().isAfter(last)) {
                last = payment.bookedOn();
            }
        }
        return last;
    }

    /** The day that decides for which months it counts: of the last payment, or when it should have been paid. */
    LocalDate day() {
        LocalDate paid = paidOn();
        return paid == null ? dueDate : paid;
    }

    /** Days from the due date to the last payment; zero when it was on time. */
    public int daysLate() {
        LocalDate paid = paidOn();
        long days = paid == null ? 0 : ChronoUnit.DAYS.between(dueDate, paid);
        return (int) Math.max(0, days);
    }

    /** Whether a delay is not the payer's fault: it was billed wrongly, or did not reach the payer before it was due. */
    public boolean excused() {
        return ourError || reachedOn != null && !reachedOn.isBefore(dueDate);
    }

    public Claim ended() {
        return new Claim(invoiceId, contractId, Stage.ENDED, BigDecimal.ZERO, dueDate, reachedOn, List.of(), ourError);
    }

    public Claim asOurError() {
        return new Claim(invoiceId, contractId, stage, balance, dueDate, reachedOn, payments, true);
    }

    /**
     * What is known once {@code told} is heard: its payments come to those that are known.
     *
     * @param known    null when nothing was known
     * @param reversed a receipt that paid nothing of it after all, or null
     */
    public static Claim after(Claim known, Claim told, String reversed) {
        boolean over = told.stage == Stage.ENDED;
        List<Payment> all = new ArrayList<>(known == null || over ? List.of() : known.payments);
        for (Payment payment : over ? List.<Payment>of() : told.payments) {
            all.removeIf(before -> before.receiptId().equals(payment.receiptId()));
            all.add(payment);
        }
        all.removeIf(payment -> payment.receiptId().equals(reversed));
        all.sort(BY_DAY);
        return new Claim(
                told.invoiceId,
                told.contractId,
                told.stage,
                told.stage.isOpen() ? told.balance : BigDecimal.ZERO,
                told.dueDate,
                told.reachedOn == null && known != null ? known.reachedOn : told.reachedOn,
                List.copyOf(all),
                told.ourError || known != null && known.ourError);
    }

    /** Whether this says anything that {@code known}, or null, does not. */
    public boolean isNews(Claim known) {
        if (known == null) {
            return stage != Stage.ENDED && (stage != Stage.SETTLED || !payments.isEmpty());
        }
        return known.stage != stage
                || known.balance.compareTo(balance) != 0
                || !known.contractId.equals(contractId)
                || !known.dueDate.equals(dueDate)
                || !Objects.equals(known.reachedOn, reachedOn)
                || !known.payments.equals(payments);
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
