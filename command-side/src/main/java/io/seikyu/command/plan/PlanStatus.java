package io.seikyu.command.plan;

import io.seikyu.contract.plan.PlanEnd;

/** Where an instalment plan is. */
public enum PlanStatus {
    /** It waits for the client company's yes. */
    PROPOSED,
    AGREED,
    DECLINED,
    COMPLETED,
    ACCELERATED,
    CANCELLED;

    static PlanStatus of(PlanEnd end) {
        return valueOf(end.name());
    }
}
