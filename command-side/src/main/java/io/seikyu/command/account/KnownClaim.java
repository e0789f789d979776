package io.seikyu.command.account;

import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.account.Claim.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A claim as an account remembers it.
 *
 * @param ourError whether the client company billed wrongly, and that is settled
 */
public record KnownClaim(Claim claim, boolean ourError) {
    private static final Comparator<Payment> BY_DAY =
            Comparator.comparing(Payment::bookedOn).thenComparing(Payment::receiptId);

    public String invoiceId() {
        return claim.invoiceId();
    }

    /** The day that decides for which months it counts: of the last payment, or when it should have been paid. */
    LocalDate day() {
        return claim.paidOn() == null ? claim.dueDate() : claim.paidOn();
    }

    /** Days from the due date to the last payment; zero when it was on time. */
    int delay() {
        long days = claim.paidOn() == null ? 0 : ChronoUnit.DAYS.between(claim.dueDate(), claim.paidOn());
        return (int) Math.max(0, days);
    }

    /** Whether a delay is not the payer's fault: it was billed wrongly, or did not reach the payer before it was due. */
    public boolean excused() {
        return ourError || claim.reachedOn() != null && !claim.reachedOn().isBefore(claim.dueDate());
    }

    Claim ended() {
        return new Claim(
                claim.invoiceId(),
                claim.contractId(),
                Stage.ENDED,
                BigDecimal.ZERO,
                claim.dueDate(),
                claim.reachedOn(),
                List.of());
    }

    KnownClaim asOurError() {
        return new KnownClaim(claim, true);
    }

    /**
     * What is known once {@code told} is heard: its payments come to those that are known.
     *
     * @param known    null when nothing was known
     * @param reversed a receipt that paid nothing of it after all, or null
     */
    static Claim after(Claim known, Claim told, String reversed) {
        boolean over = told.stage() == Stage.ENDED;
        List<Payment> payments = new ArrayList<>(known == null || over ? List.of() : known.payments());
        for (Payment payment : over ? List.<Payment>of() : told.payments()) {
            payments.removeIf(before -> before.receiptId().equals(payment.receiptId()));
            payments.add(payment);
        }
        payments.removeIf(payment -> payment.receiptId().equals(reversed));
        payments.sort(BY_DAY);
        return new Claim(
                told.invoiceId(),
                told.contractId(),
                told.stage(),
                told.stage().isOpen() ? told.balance() : BigDecimal.ZERO,
                told.dueDate(),
                told.reachedOn() == null && known != null ? known.reachedOn() : told.reachedOn(),
                List.copyOf(payments));
    }

    /** Whether {@code next} says anything that {@code known}, or null, does not. */
    static boolean differs(Claim known, Claim next) {
        if (known == null) {
            return next.stage() != Stage.ENDED
                    && (next.stage() != Stage.SETTLED || !next.payments().isEmpty());
        }
        return known.stage() != next.stage()
                || known.balance().compareTo(next.balance()) != 0
                || !known.contractId().equals(next.contractId())
                || !known.dueDate().equals(next.dueDate())
                || !Objects.equals(known.reachedOn(), next.reachedOn())
                || !known.payments().equals(next.payments());
    }
}
