package io.seikyu.contract.plan;

/** How an instalment plan ends. */
public enum PlanEnd {
    /** Everything is paid. */
    COMPLETED,
    /** Two instalments were missed, or the last one: all of it is due (期限の利益の喪失). */
    ACCELERATED,
    /** A person ended it. */
    CANCELLED
}
