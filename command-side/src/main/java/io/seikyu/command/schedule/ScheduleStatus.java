package io.seikyu.command.schedule;

/** How far something on the agenda is. */
public enum ScheduleStatus {
    PLANNED,
    /** It fell due, and what was to be done then is not done yet. */
    DUE,
    WORKED,
    CANCELLED
}
