package io.seikyu.command.invoice;

import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubrogated;
import io.seikyu.contract.limitation.Limitation;
import io.seikyu.contract.limitation.LimitationFact;
import io.seikyu.contract.plan.PlanEnd;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Whose the claim is, and until when it can be enforced.
 *
 * @param limitation   what was recorded of it; part payments come from the settlement
 * @param handedBackOn the client company collects it by itself since then, or null
 * @param subrogation  what the agency paid the client company for it, or null
 * @param plan         the last instalment plan that it stood in, or null
 */
public record Standing(List<LimitationFact> limitation, LocalDate handedBackOn, Subrogation subrogation, OnPlan plan) {
    static final Standing USUAL = new Standing(List.of(), null, null, null);

    /** @param noticeOn when the payer was told, or null */
    public record Subrogation(LocalDate paidOn, BigDecimal amount, LocalDate noticeOn) {}

    /** @param end null while it runs */
    public record OnPlan(String planId, boolean interestWaived, PlanEnd end) {}

    /** Whether it is paid in instalments. */
    public boolean onPlan() {
        return plan != null && plan.end() == null;
    }

    /** Whether all of it became due because instalments were missed. */
    public boolean accelerated() {
        return plan != null && plan.end() == PlanEnd.ACCELERATED;
    }

    /** Whether no interest is asked for: a plan says so, and is or was kept. */
    boolean interestWaived() {
        return plan != null && plan.interestWaived() && (onPlan() || plan.end() == PlanEnd.COMPLETED);
    }

    public boolean handedBack() {
        return handedBackOn != null;
    }

    /**
     * Who may say what is done about it. As long as a part is the client company's, it has a say.
     *
     * @param agreed  by the contract
     * @param balance that is open, yen
     */
    public ClaimHolder holder(ClaimHolder agreed, BigDecimal balance) {
        boolean whole = subrogation != null && subrogation.amount().compareTo(balance) >= 0;
        return agreed == ClaimHolder.GUARANTEED && whole ? ClaimHolder.PURCHASED : agreed;
    }

    /** When the payer was told that the claim is the agency's. */
    public LocalDate noticeOn(LocalDate agreed) {
        return subrogation == null ? agreed : subrogation.noticeOn();
    }

    /** How the limitation of a claim due on that day stands, with all that was paid of it. */
    Limitation limitation(LocalDate dueDate, Settlement settlement) {
        List<LimitationFact> all = new ArrayList<>(limitation);
        settlement.payments().stream()
                .filter(PaidPart::acknowledges)
                .map(Standing::acknowledgement)
                .forEach(all::add);
        return Limitation.of(dueDate, all);
    }

    /** The ends that it had before each of the payments. */
    List<LocalDate> earlierEnds(LocalDate dueDate, Settlement settlement) {
        List<LimitationFact> known = new ArrayList<>(limitation);
        List<LocalDate> ends = new ArrayList<>();
        for (PaidPart paid : settlement.payments()) {
            ends.add(Limitation.of(dueDate, known).barredAfter());
            if (paid.acknowledges()) {
                known.add(acknowledgement(paid));
            }
        }
        return ends.stream().filter(Objects::nonNull).toList();
    }

    private static LimitationFact acknowledgement(PaidPart paid) {
        return new LimitationFact(paid.receiptId(), LimitationFact.Kind.ACKNOWLEDGED, paid.bookedOn(), null);
    }

    Standing and(LimitationFact fact) {
        List<LimitationFact> all = new ArrayList<>(limitation);
        all.add(fact);
        return new Standing(List.copyOf(all), handedBackOn, subrogation, plan);
    }

    Standing without(String factId) {
        return new Standing(
                limitation.stream()
                        .filter(fact -> !fact.factId().equals(factId))
                        .toList(),
                handedBackOn,
                subrogation,
                plan);
    }

    Standing handedBack(LocalDate day) {
        return new Standing(limitation, day, subrogation, plan);
    }

    Standing with(InvoiceSubrogated event) {
        return new Standing(
                limitation, handedBackOn, new Subrogation(event.paidOn(), event.amount(), event.noticeOn()), plan);
    }

    Standing with(OnPlan next) {
        return new Standing(limitation, handedBackOn, subrogation, next);
    }
}
