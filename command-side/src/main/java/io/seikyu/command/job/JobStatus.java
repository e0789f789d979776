package io.seikyu.command.job;

/** Where a job is on its way. */
public enum JobStatus {
    /** Its input is still being stored: there is no job yet. */
    OPENED,
    RUNNING,
    PAUSED,
    DONE,
    FAILED,
    CANCELLED;

    public boolean hasEnded() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
