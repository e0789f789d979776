package io.seikyu.contract.schedule;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.ScheduleId;
import java.time.Instant;
import java.util.Map;

/** What can be asked of a schedule. */
public sealed interface ScheduleCommand extends Command {
    @Override
    ScheduleId target();

    /** Says nothing when there was one of this id ever. */
    record SetSchedule(ScheduleId target, String kind, String subject, Instant dueAt, Map<String, String> facts)
            implements ScheduleCommand {}

    /** @param now business time; before it is due nothing happens */
    record LetFallDue(ScheduleId target, Instant now) implements ScheduleCommand {}

    /** @param refusal the code with which the work was refused, or null when it was done */
    record RecordWorked(ScheduleId target, String refusal) implements ScheduleCommand {}

    /** Says nothing when there is none, or when it fell due. */
    record CancelSchedule(ScheduleId target, String why) implements ScheduleCommand {}
}
