package io.seikyu.command.plan;

import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.ApprovedWork;
import io.seikyu.command.approval.Grant;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.approval.ApprovalKind;

/** Agrees to what the client company approved, if its invoices are as they were. */
final class ApprovedPlans implements ApprovedWork {
    private final CachingRepository<InstalmentPlan, PlanState> plans;
    private final PlanDesk desk;

    ApprovedPlans(CachingRepository<InstalmentPlan, PlanState> plans, PlanDesk desk) {
        this.plans = plans;
        this.desk = desk;
    }

    @Override
    public ApprovalKind kind() {
        return ApprovalKind.INSTALMENT_PLAN;
    }

    @Override
    public void carryOut(ApprovalState approval, Grant grant) {
        plans.load(approval.about()).execute(plan -> plan.agree(grant.today(), desk));
    }

    @Override
    public void drop(ApprovalState approval, String why) {
        plans.load(approval.about()).execute(plan -> plan.decline(why));
    }
}
