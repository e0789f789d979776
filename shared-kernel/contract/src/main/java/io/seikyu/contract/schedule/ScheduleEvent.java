package io.seikyu.contract.schedule;

import io.seikyu.contract.Event;
import java.time.Instant;
import java.util.Map;

/**
 * Time as it stands in the log: what was put on the agenda (予定), what fell due, and that the test clock was moved.
 * Nothing of it is personal.
 */
public sealed interface ScheduleEvent extends Event {
    String clientId();

    /**
     * Something will fall due.
     *
     * @param kind    what is to be done then, e.g. {@code approval.expiry}
     * @param subject the stream of what it is about, e.g. {@code acme/approval/a1}
     * @param dueAt   business time
     * @param facts   what else is needed then, plain values by name
     */
    record ScheduleSet(
            String clientId, String scheduleId, String kind, String subject, Instant dueAt, Map<String, String> facts)
            implements ScheduleEvent {}

    /** Its time has come. Once in the life of a schedule, however late it was noticed; holds all that was set. */
    record ScheduleFellDue(
            String clientId, String scheduleId, String kind, String subject, Instant dueAt, Map<String, String> facts)
            implements ScheduleEvent {}

    /**
     * What was to be done then is done.
     *
     * @param refusal the code with which it was refused because it does not fit any more, or null
     */
    record ScheduleWorked(String clientId, String scheduleId, String refusal) implements ScheduleEvent {}

    /** It will not fall due. */
    record ScheduleCancelled(String clientId, String scheduleId, String why) implements ScheduleEvent {}

    /**
     * In a sandbox time was asked to go on, and everything due on the way to happen.
     *
     * @param clientId the agency
     */
    record TimeAskedToPass(String clientId, Instant until) implements ScheduleEvent {}

    /**
     * The business clock of a sandbox was moved forward.
     *
     * @param clientId     the agency
     * @param to           what it showed then
     * @param aheadSeconds how far it is ahead of the machine's from then on, this movement and all before
     * @param aheadNanos   the rest of it, 0 to 999,999,999
     */
    record ClockMoved(String clientId, Instant to, long aheadSeconds, int aheadNanos) implements ScheduleEvent {}
}
