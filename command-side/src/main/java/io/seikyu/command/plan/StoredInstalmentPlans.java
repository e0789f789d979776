package io.seikyu.command.plan;

import io.seikyu.command.plan.PlannedInvoices.Covered;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.PlanId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The plans of the repository, as they stand. */
final class StoredInstalmentPlans implements InstalmentPlans {
    private final CachingRepository<InstalmentPlan, PlanState> plans;
    private final PlannedInvoices invoices;

    StoredInstalmentPlans(CachingRepository<InstalmentPlan, PlanState> plans, PlannedInvoices invoices) {
        this.plans = plans;
        this.invoices = invoices;
    }

    @Override
    public Optional<Next> next(InvoiceId invoice, LocalDate today) {
        String planId = invoices.find(invoice).planId();
        if (planId == null) {
            return Optional.empty();
        }
        return plans.find(new PlanId(invoice.tenant(), planId).toString())
                .map(InstalmentPlan::state)
                .flatMap(plan -> PlanShares.next(plan, covered(plan), invoice.value(), today));
    }

    private List<Covered> covered(PlanState plan) {
        return plan.invoiceIds().stream().map(invoices::find).toList();
    }
}
