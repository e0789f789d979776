package io.seikyu.command.plan;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.invoice.BankCoverage;
import io.seikyu.command.invoice.ClaimTerms;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.invoice.Settlement;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.plan.PlanEnd;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** The invoices of the repository, within the running unit of work. */
final class StoredPlannedInvoices implements PlannedInvoices {
    private final CachingRepository<Invoice, InvoiceState> invoices;
    private final ClaimTerms terms;
    private final BankCoverage coverage;

    StoredPlannedInvoices(CachingRepository<Invoice, InvoiceState> invoices, ClaimTerms terms, BankCoverage coverage) {
        this.invoices = invoices;
        this.terms = terms;
        this.coverage = coverage;
    }

    @Override
    public List<Covered> lock(Collection<InvoiceId> ids) {
        return ids.stream()
                .sorted(Comparator.comparing(InvoiceId::toString))
                .map(id -> load(id).invoke(invoice -> Covered.of(invoice.state(), terms)))
                .toList();
    }

    @Override
    public Covered find(InvoiceId id) {
        return Covered.of(state(id), terms);
    }

    @Override
    public void join(InvoiceId id, String planId, LocalDate acknowledgedOn, boolean interestWaived) {
        load(id).execute(invoice -> invoice.joinPlan(planId, acknowledgedOn, interestWaived));
    }

    @Override
    public void leave(InvoiceId id, String planId, PlanEnd end) {
        load(id).execute(invoice -> invoice.leavePlan(planId, end));
    }

    @Override
    public boolean known(InvoiceId id, LocalDate day) {
        return coverage.reaches(state(id), day);
    }

    @Override
    public BigDecimal paidAfter(InvoiceId id, LocalDate day) {
        Settlement settlement = state(id).settlement();
        return settlement.receivedAfter(day);
    }

    private InvoiceState state(InvoiceId id) {
        return invoices.find(id.toString()).map(Invoice::state).orElseThrow(() -> unknown(id));
    }

    private Aggregate<Invoice> load(InvoiceId id) {
        try {
            return invoices.load(id.toString());
        } catch (AggregateNotFoundException e) {
            throw unknown(id);
        }
    }

    private static Refusal unknown(InvoiceId id) {
        return Refusal.notFound("invoice-not-found", "there is no invoice '" + id.value() + "'");
    }
}
