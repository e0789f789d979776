package io.seikyu.contract.dunning;

/** How far the reminding of one invoice has come (督促段階). No stage is skipped. */
public enum Stage {
    /** Advance notice (事前案内), before the due date. */
    R0,
    /** Payment check (入金確認): the money has not been seen yet. */
    R1,
    /** Reminder (催促): asks for a date. */
    R2,
    /** First demand (督促状). */
    R3,
    /** Second demand, which states the late charge. */
    R4,
    /** Formal notice (催告書), by certified letter. */
    R5,
    /** The claim goes to a lawyer, or back to the client company. */
    R6;

    public boolean isBelow(Stage other) {
        return compareTo(other) < 0;
    }
}
