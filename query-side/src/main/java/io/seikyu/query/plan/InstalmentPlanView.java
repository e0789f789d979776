package io.seikyu.query.plan;

import io.seikyu.contract.plan.PlanEvent.InstalmentJudged;
import io.seikyu.contract.plan.PlannedInvoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instalment plan (分割払い), and how it is kept.
 *
 * @param invoices       with what was open of each when it was proposed, yen
 * @param acknowledgedOn when the payer acknowledged the debt
 * @param interestWaived whether no interest is asked for as long as it is kept
 * @param approvalId     what it waits for or rests on; absent where nobody else had to agree
 * @param agreedOn       absent before
 * @param why            it was declined or ended by a person; absent otherwise
 */
public record InstalmentPlanView(
        String planId,
        String clientId,
        String accountId,
        Status status,
        List<PlannedInvoice> invoices,
        LocalDate acknowledgedOn,
        boolean interestWaived,
        List<Part> schedule,
        @Nullable String approvalId,
        @Nullable LocalDate agreedOn,
        @Nullable String why) {

    public enum Status {
        PROPOSED,
        AGREED,
        DECLINED,
        COMPLETED,
        ACCELERATED,
        CANCELLED
    }

    /**
     * @param number  from 1
     * @param outcome absent while its day is to come, or it is not known what came in
     * @param missing of all that was due until then, yen; absent while it is not judged
     */
    public record Part(
            int number,
            LocalDate dueDate,
            BigDecimal amount,
            @Nullable Outcome outcome,
            @Nullable BigDecimal missing) {}

    public enum Outcome {
        KEPT,
        MISSED
    }

    InstalmentPlanView with(Status next, @Nullable LocalDate day, @Nullable String reason) {
        return new InstalmentPlanView(
                planId,
                clientId,
                accountId,
                next,
                invoices,
                acknowledgedOn,
                interestWaived,
                schedule,
                approvalId,
                day,
                reason);
    }

    InstalmentPlanView with(InstalmentJudged event) {
        List<Part> parts = new ArrayList<>(schedule);
        Part part = parts.get(event.number() - 1);
        Outcome outcome = event.missing().signum() == 0 ? Outcome.KEPT : Outcome.MISSED;
        parts.set(event.number() - 1, new Part(part.number(), part.dueDate(), part.amount(), outcome, event.missing()));
        return new InstalmentPlanView(
                planId,
                clientId,
                accountId,
                status,
                invoices,
                acknowledgedOn,
                interestWaived,
                List.copyOf(parts),
                approvalId,
                agreedOn,
                why);
    }
}
