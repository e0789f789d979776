package io.seikyu.command.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.plan.PlanCommand.CancelPlan;
import io.seikyu.contract.plan.PlanCommand.JudgeInstalment;
import io.seikyu.contract.plan.PlanCommand.ProposePlan;
import io.seikyu.contract.plan.PlanEnd;
import io.seikyu.contract.plan.PlanEvent.InstalmentJudged;
import io.seikyu.contract.plan.PlanEvent.PlanAgreed;
import io.seikyu.contract.plan.PlanEvent.PlanDeclined;
import io.seikyu.contract.plan.PlanEvent.PlanEnded;
import io.seikyu.contract.plan.PlanEvent.PlanProposed;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * A payer pays what is open of one or several invoices in instalments (分割払い). It holds from the day on which whoever
 * holds the claims has agreed; two instalments that are missed end it, and all of it is due.
 */
public class InstalmentPlan {
    @AggregateIdentifier
    private String id;

    private PlanState state;

    InstalmentPlan() {}

    public InstalmentPlan(PlanState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    PlanResult propose(ProposePlan command, PlanDesk desk) {
        return Agreeing.propose(this, command, desk);
    }

    @CommandHandler
    void judge(JudgeInstalment command, PlanDesk desk) {
        Judging.judge(this, command, desk);
    }

    @CommandHandler
    PlanResult cancel(CancelPlan command, PlanDesk desk) {
        if (state.status() == PlanStatus.PROPOSED) {
            throw Refusal.conflict("plan-not-agreed", "the plan waits for its approval: withdraw that");
        }
        if (state.status() != PlanStatus.AGREED) {
            throw Refusal.conflict("plan-ended", "the plan is " + state.status());
        }
        end(PlanEnd.CANCELLED, command.reason(), desk.invoices());
        return result();
    }

    /** The client company said yes. */
    void agree(LocalDate today, PlanDesk desk) {
        Agreeing.agree(this, today, desk);
    }

    /** It will not come to it. */
    void decline(String why) {
        if (state.status() == PlanStatus.PROPOSED) {
            apply(new PlanDeclined(state.clientId(), state.planId(), state.accountId(), why));
        }
    }

    void end(PlanEnd end, String reason, PlannedInvoices invoices) {
        apply(new PlanEnded(state.clientId(), state.planId(), state.accountId(), end, reason));
        state.invoiceIds().forEach(invoice -> invoices.leave(invoice, state.planId(), end));
    }

    PlanResult result() {
        boolean waits = state.status() == PlanStatus.PROPOSED;
        return new PlanResult(state.planId(), state.accountId(), state.status(), waits ? state.approvalId() : null);
    }

    @EventSourcingHandler
    void on(PlanProposed event) {
        state = PlanState.of(event);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(PlanAgreed event) {
        state = state.with(PlanStatus.AGREED);
    }

    @EventSourcingHandler
    void on(PlanDeclined event) {
        state = state.with(PlanStatus.DECLINED);
    }

    @EventSourcingHandler
    void on(InstalmentJudged event) {
        state = state.with(event);
    }

    @EventSourcingHandler
    void on(PlanEnded event) {
        state = state.with(PlanStatus.of(event.end()));
    }

    public PlanState state() {
        return state;
    }
}
