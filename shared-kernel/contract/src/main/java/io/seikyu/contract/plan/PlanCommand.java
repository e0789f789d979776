package io.seikyu.contract.plan;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.PlanId;
import java.time.LocalDate;
import java.util.List;

/** What can be asked of an instalment plan. {@code today} is the business date of the asking. */
public sealed interface PlanCommand extends Command {
    @Override
    PlanId target();

    /**
     * @param approvalId what the client company approved already, or null
     * @param byClient   whether a person of the client company asks
     */
    record ProposePlan(
            PlanId target,
            String accountId,
            List<String> invoiceIds,
            LocalDate acknowledgedOn,
            String approvalId,
            List<Instalment> schedule,
            boolean interestWaived,
            boolean byClient,
            LocalDate today)
            implements PlanCommand {}

    /** Looks whether an instalment came in that was due before {@code today}; does nothing about any other. */
    record JudgeInstalment(PlanId target, int number, LocalDate today) implements PlanCommand {}

    record CancelPlan(PlanId target, String reason) implements PlanCommand {}
}
