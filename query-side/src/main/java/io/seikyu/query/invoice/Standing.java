package io.seikyu.query.invoice;

import io.seikyu.contract.limitation.LimitationFact;
import io.seikyu.contract.plan.PlanEnd;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose the claim is, and until when it can be enforced.
 *
 * @param limitation  what was recorded that moves the end of the limitation period, in the order of recording
 * @param handBack    absent while the agency collects it
 * @param plan        the last instalment plan that it stood in; absent: none
 * @param subrogation what the agency paid the client company for it; absent while it paid nothing
 */
public record Standing(
        List<Recorded> limitation,
        @Nullable HandBack handBack,
        @Nullable Subrogation subrogation,
        @Nullable OnPlan plan) {
    static final Standing USUAL = new Standing(List.of(), null, null, null);

    /** @param until until when negotiations were agreed; may be absent */
    public record Recorded(
            String factId,
            LimitationFact.Kind kind,
            LocalDate on,
            @Nullable LocalDate until,
            String evidence,
            Instant at,
            @Nullable String by) {
        LimitationFact fact() {
            return new LimitationFact(factId, kind, on, until);
        }
    }

    public record HandBack(
            LocalDate on, String reason, @Nullable String by) {}

    /** @param noticeOn when the payer was told; absent: not yet */
    public record Subrogation(
            LocalDate paidOn, BigDecimal amount, @Nullable LocalDate noticeOn) {}

    /** @param end absent while it runs */
    public record OnPlan(
            String planId, boolean interestWaived, @Nullable PlanEnd end) {}

    /** Whether it is paid in instalments. */
    public boolean onPlan() {
        return plan != null && plan.end() == null;
    }

    /** Whether no interest is asked for: a plan says so, and is or was kept. */
    boolean interestWaived() {
        return plan != null && plan.interestWaived() && (onPlan() || plan.end() == PlanEnd.COMPLETED);
    }

    Standing with(OnPlan next) {
        return new Standing(limitation, handBack, subrogation, next);
    }

    Standing and(Recorded fact) {
        return new Standing(InvoiceView.appended(limitation, fact), handBack, subrogation, plan);
    }

    Standing without(String factId) {
        return new Standing(
                limitation.stream()
                        .filter(fact -> !fact.factId().equals(factId))
                        .toList(),
                handBack,
                subrogation,
                plan);
    }

    Standing with(HandBack next) {
        return new Standing(limitation, next, subrogation, plan);
    }

    Standing with(Subrogation next) {
        return new Standing(limitation, handBack, next, plan);
    }
}
