package io.seikyu.command.plan;

import io.seikyu.command.invoice.ClaimTerms;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.invoice.Standing;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.plan.PlanEnd;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The invoices that instalment plans cover. What is said here is one commit with the plan. */
public interface PlannedInvoices {
    /**
     * Locks them in the order of their ids.
     *
     * @throws io.seikyu.command.decision.Refusal when there is no such invoice
     */
    List<Covered> lock(Collection<InvoiceId> invoices);

    /** As it stands, without a lock. */
    Covered find(InvoiceId invoice);

    void join(InvoiceId invoice, String planId, LocalDate acknowledgedOn, boolean interestWaived);

    void leave(InvoiceId invoice, String planId, PlanEnd end);

    /** Whether all that came in for it through that day is known. */
    boolean known(InvoiceId invoice, LocalDate day);

    /** What was paid of it after that day, yen. */
    BigDecimal paidAfter(InvoiceId invoice, LocalDate day);

    /**
     * @param open    claimed charges included, yen
     * @param planId  of the plan that it stands in, or null
     * @param usable  whether it is issued, and the agency collects it
     */
    record Covered(
            InvoiceId id,
            AccountId payer,
            boolean usable,
            BigDecimal open,
            LocalDate dueDate,
            ClaimHolder holder,
            String planId) {
        static Covered of(InvoiceState invoice, ClaimTerms terms) {
            Standing standing = invoice.after().standing();
            boolean usable = invoice.status().isIssued() && !standing.handedBack();
            return new Covered(
                    invoice.id(),
                    invoice.payer(),
                    usable,
                    invoice.balance().add(invoice.settlement().claimed()),
                    invoice.document().dueDate(),
                    usable ? terms.holder(invoice) : ClaimHolder.AGENT,
                    standing.onPlan() ? standing.plan().planId() : null);
        }
    }
}
