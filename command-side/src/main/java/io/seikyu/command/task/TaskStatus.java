package io.seikyu.command.task;

/** Where a task is on its way. */
public enum TaskStatus {
    OPEN,
    CLAIMED,
    COMPLETED,
    VOIDED;

    public boolean hasEnded() {
        return this == COMPLETED || this == VOIDED;
    }
}
