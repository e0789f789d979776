package io.seikyu.command.schedule;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.ScheduleId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;

/**
 * Falls due each week, for the agency as a whole. Each is a bean, beside the {@link WhenDue} of its kind. What a week on
 * which the program was down would have brought is caught up once, however many weeks it was.
 *
 * @param at time of day in Japan
 */
public record Recurring(String kind, DayOfWeek day, LocalTime at) {
    /** The first occurrence after {@code now}. */
    NewSchedule next(Instant now) {
        LocalDate date = BusinessDay.of(now).with(TemporalAdjusters.nextOrSame(day));
        if (!BusinessDay.at(date, at).isAfter(now)) {
            date = date.plusWeeks(1);
        }
        ScheduleId id = ScheduleId.of(Ids.AGENCY, kind, date);
        return NewSchedule.at(BusinessDay.at(date, at), id, kind, Ids.AGENCY);
    }
}
