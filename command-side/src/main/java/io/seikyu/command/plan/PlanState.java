package io.seikyu.command.plan;

import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.PlanId;
import io.seikyu.contract.plan.Instalment;
import io.seikyu.contract.plan.PlanEvent.InstalmentJudged;
import io.seikyu.contract.plan.PlanEvent.PlanProposed;
import io.seikyu.contract.plan.PlannedInvoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an instalment plan has to know to decide. Nothing of it is personal data.
 *
 * @param approvalId what it waits for or rests on, or null
 * @param judged     how many instalments were judged
 * @param missed     how many of those were missed
 */
public record PlanState(
        String clientId,
        String planId,
        String accountId,
        PlanStatus status,
        List<PlannedInvoice> invoices,
        LocalDate acknowledgedOn,
        List<Instalment> schedule,
        boolean interestWaived,
        String approvalId,
        int judged,
        int missed) {

    static PlanState of(PlanProposed event) {
        return new PlanState(
                event.clientId(),
                event.planId(),
                event.accountId(),
                PlanStatus.PROPOSED,
                event.invoices(),
                event.acknowledgedOn(),
                event.schedule(),
                event.interestWaived(),
                event.approvalId(),
                0,
                0);
    }

    PlanState with(PlanStatus next) {
        return new PlanState(
                clientId,
                planId,
                accountId,
                next,
                invoices,
                acknowledgedOn,
                schedule,
                interestWaived,
                approvalId,
                judged,
                missed);
    }

    PlanState with(InstalmentJudged event) {
        return new PlanState(
                clientId,
                planId,
                accountId,
                status,
                invoices,
                acknowledgedOn,
                schedule,
                interestWaived,
                approvalId,
                event.number(),
                missed + event.missing().signum());
    }

    PlanId id() {
        return new PlanId(clientId, planId);
    }

    AccountId payer() {
        return new AccountId(clientId, accountId);
    }

    List<InvoiceId> invoiceIds() {
        return invoices.stream()
                .map(it -> new InvoiceId(clientId, it.invoiceId()))
                .toList();
    }

    /** What was open when it was proposed, yen. */
    BigDecimal total() {
        return invoices.stream().map(PlannedInvoice::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What has to have come in with the instalment of this number and those before, yen. */
    BigDecimal dueWith(int number) {
        return schedule.subList(0, number).stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
