package io.seikyu.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.contract.invoice.InvoiceEvent.InvoicePutOnPlan;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceTakenOffPlan;
import io.seikyu.contract.invoice.InvoiceEvent.LimitationFactRecorded;
import io.seikyu.contract.limitation.LimitationFact.Kind;
import io.seikyu.contract.plan.PlanEnd;
import java.time.LocalDate;

/** It is paid in instalments. What a plan is agreed on is an acknowledgement of the debt. */
final class Planning {
    private Planning() {}

    static void join(Invoice invoice, String planId, LocalDate acknowledgedOn, boolean interestWaived) {
        InvoiceState state = invoice.state();
        apply(new InvoicePutOnPlan(
                state.clientId(), state.invoiceId(), state.payer().value(), planId, interestWaived));
        apply(new LimitationFactRecorded(
                state.clientId(),
                state.invoiceId(),
                state.payer().value(),
                planId,
                Kind.ACKNOWLEDGED,
                acknowledgedOn,
                null,
                "instalment plan " + planId));
    }

    /** Says nothing when it stands in no plan of this id. */
    static void leave(Invoice invoice, String planId, PlanEnd end) {
        InvoiceState state = invoice.state();
        Standing standing = state.after().standing();
        if (standing.onPlan() && standing.plan().planId().equals(planId)) {
            apply(new InvoiceTakenOffPlan(
                    state.clientId(), state.invoiceId(), state.payer().value(), planId, end));
        }
    }
}
