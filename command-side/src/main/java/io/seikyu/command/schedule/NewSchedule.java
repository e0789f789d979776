package io.seikyu.command.schedule;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.ScheduleId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/**
 * Something to be put on the agenda.
 *
 * @param id      from what causes it, see {@link ScheduleId#of}; a new date is a new id
 * @param kind    of the {@link WhenDue} that does what is to be done then
 * @param subject what it is about: the stream of a thing of the same client company
 * @param dueAt   business time
 * @param facts   what else is needed then, plain values by name; nothing personal
 */
public record NewSchedule(ScheduleId id, String kind, String subject, Instant dueAt, Map<String, String> facts) {
    public NewSchedule {
        facts = Map.copyOf(facts);
    }

    /** @param subject an id whose text is the name of its stream */
    public static NewSchedule at(Instant dueAt, ScheduleId id, String kind, Object subject) {
        return new NewSchedule(id, kind, subject.toString(), dueAt, Map.of());
    }

    /** Due when {@code day} is over in Japan. */
    public static NewSchedule after(LocalDate day, ScheduleId id, String kind, Object subject) {
        return at(BusinessDay.at(day.plusDays(1), LocalTime.MIDNIGHT), id, kind, subject);
    }

    public NewSchedule with(Map<String, String> values) {
        return new NewSchedule(id, kind, subject, dueAt, values);
    }
}
