package io.seikyu.contract.plan;

import io.seikyu.contract.Event;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The life of an instalment plan (分割払い). All of them name the payer. */
public sealed interface PlanEvent extends Event {
    String clientId();

    String planId();

    String accountId();

    /**
     * @param acknowledgedOn the day on which the payer acknowledged the debt
     * @param schedule       in the order of its days; sums to what is open of the invoices
     * @param approvalId     what it waits for, or rests on; absent where nobody else has to agree
     */
    record PlanProposed(
            String clientId,
            String planId,
            String accountId,
            List<PlannedInvoice> invoices,
            LocalDate acknowledgedOn,
            List<Instalment> schedule,
            boolean interestWaived,
            String approvalId)
            implements PlanEvent {}

    /** It holds from now on. */
    record PlanAgreed(String clientId, String planId, String accountId, LocalDate agreedOn) implements PlanEvent {}

    /** @param why sealed */
    record PlanDeclined(String clientId, String planId, String accountId, String why) implements PlanEvent {}

    /**
     * It is known what came in through the day of an instalment.
     *
     * @param number  from 1
     * @param missing of all that was due until then, yen; zero: it was kept
     */
    record InstalmentJudged(
            String clientId, String planId, String accountId, int number, LocalDate dueDate, BigDecimal missing)
            implements PlanEvent {}

    /** @param reason of a person who ended it; sealed; absent otherwise */
    record PlanEnded(String clientId, String planId, String accountId, PlanEnd end, String reason)
            implements PlanEvent {}
}
