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
 * Falls due each week or each day, for the agency as a whole. Each is a bean, beside the {@link WhenDue} of its kind. What
 * would have come while the program was down is caught up once, however often that was.
 *
 * @param day of the week, or null: every day
 * @param at  time of day in Japan
 */
public record Recurring(String kind, DayOfWeek day, LocalTime at) {
    public static Recurring daily(String kind, LocalTime at) {
        return new Recurring(kind, null, at);
    }

    /** The first occurrence after {@code now}. */
    NewSchedule next(Instant now) {
        LocalDate today = BusinessDay.of(now);
        LocalDate date = day == null ? today : today.with(TemporalAdjusters.nextOrSame(day));
        if (!BusinessDay.at(date, at).isAfter(now)) {
            date = day == null ? date.plusDays(1) : date.plusWeeks(1);
        }
        ScheduleId id = ScheduleId.of(Ids.AGENCY, kind, date);
        return NewSchedule.at(BusinessDay.at(date, at), id, kind, Ids.AGENCY);
    }
}
