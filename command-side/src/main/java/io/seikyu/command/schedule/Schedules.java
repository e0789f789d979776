package io.seikyu.command.schedule;

import io.seikyu.contract.id.ScheduleId;

/**
 * What will fall due (予定). What is said here is one commit with the events of the running command, so nothing that has
 * a date can be forgotten. Locks: whatever sets or cancels a schedule is locked before the schedule.
 */
public interface Schedules {
    /** Puts it on the agenda; says nothing when there was one of this id ever. */
    void set(NewSchedule schedule);

    /** It is not to fall due any more; says nothing when there is none, or when it fell due. */
    void cancel(ScheduleId id, String why);
}
