package io.seikyu.command.reminder;

/** Where a reminder is on its way. */
public enum ReminderStatus {
    /** Nothing stands in its way but the hour. */
    PLANNED,
    AWAITING_APPROVAL,
    /** With the outbox, or with a person who makes the contact. */
    QUEUED,
    SENT,
    FAILED,
    IN_DOUBT,
    WITHDRAWN,
    REJECTED;

    public boolean hasEnded() {
        return this == SENT || this == FAILED || this == WITHDRAWN || this == REJECTED;
    }
}
