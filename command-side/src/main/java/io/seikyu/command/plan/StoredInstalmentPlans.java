package io.seikyu.command.plan;

import io.seikyu.command.invoice.ClaimTerms;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.plan.PlannedInvoices.Covered;
import io.seikyu.command.store.OnFile;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.PlanId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The plans on file, as they stand. */
public record StoredInstalmentPlans(OnFile<InstalmentPlan> plans, OnFile<Invoice> invoices, ClaimTerms terms)
        implements InstalmentPlans {
    @Override
    public Optional<Next> next(InvoiceId invoice, LocalDate today) {
        String planId = covered(invoice).planId();
        if (planId == null) {
            return Optional.empty();
        }
        return plans.find(new PlanId(invoice.tenant(), planId).toString())
                .map(InstalmentPlan::state)
                .flatMap(plan -> PlanShares.next(plan, covered(plan), invoice.value(), today));
    }

    private List<Covered> covered(PlanState plan) {
        return plan.invoiceIds().stream().map(this::covered).toList();
    }

    private Covered covered(InvoiceId id) {
        return Covered.of(invoices.find(id.toString()).orElseThrow().state(), terms);
    }
}
