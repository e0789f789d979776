package io.seikyu.command.message;

/** Whether an attempt began, and if not, why. */
public enum AttemptResult {
    STARTED,
    /** Another process was quicker, or it is not due any more. */
    NOT_NOW,
    /** Sending is stopped. */
    HELD,
    IN_DOUBT,
    WITHDRAWN
}
