package io.seikyu.command.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.Fixtures;
import io.seikyu.contract.id.ScheduleId;
import io.seikyu.contract.schedule.ScheduleCommand.CancelSchedule;
import io.seikyu.contract.schedule.ScheduleCommand.LetFallDue;
import io.seikyu.contract.schedule.ScheduleCommand.RecordWorked;
import io.seikyu.contract.schedule.ScheduleCommand.SetSchedule;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleCancelled;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleFellDue;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleSet;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleWorked;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** What becomes of something that is on the agenda. */
class ScheduleTest {
    private static final ScheduleId ID = new ScheduleId("acme", "s1");
    private static final Instant DUE = Instant.parse("2026-05-01T00:00:00Z");
    private static final Map<String, String> FACTS = Map.of("round", "1");
    private static final ScheduleSet SET = new ScheduleSet("acme", "s1", "test", "acme/invoice/i1", DUE, FACTS);
    private static final ScheduleFellDue FELL =
            new ScheduleFellDue("acme", "s1", "test", "acme/invoice/i1", DUE, FACTS);
    private static final ScheduleCancelled CANCELLED = new ScheduleCancelled("acme", "s1", "paid");

    private final AggregateTestFixture<Schedule> schedule = Fixtures.of(Schedule.class);

    @Test
    void itIsSetOnce() {
        SetSchedule set = new SetSchedule(ID, "test", "acme/invoice/i1", DUE, FACTS);
        schedule.givenNoPriorActivity().when(set).expectEvents(SET);
        schedule.given(SET).when(set).expectNoEvents();
        schedule.given(SET, CANCELLED).when(set).expectNoEvents();
    }

    @Test
    void itFallsDueAtItsTimeAndNotBefore() {
        schedule.given(SET).when(new LetFallDue(ID, DUE.minusNanos(1))).expectNoEvents();
        schedule.given(SET)
                .when(new LetFallDue(ID, DUE))
                .expectEvents(FELL)
                .expectResultMessagePayload(ScheduleStatus.DUE);
    }

    @Test
    void itFallsDueOnceHoweverLate() {
        schedule.given(SET).when(new LetFallDue(ID, DUE.plusSeconds(9_999_999))).expectEvents(FELL);
        schedule.given(SET, FELL)
                .when(new LetFallDue(ID, DUE))
                .expectNoEvents()
                .expectResultMessagePayload(ScheduleStatus.DUE);
        schedule.given(SET, FELL, new ScheduleWorked("acme", "s1", null))
                .when(new LetFallDue(ID, DUE))
                .expectNoEvents()
                .expectResultMessagePayload(ScheduleStatus.WORKED);
    }

    @Test
    void itIsWorkedOnceAndOnlyWhenDue() {
        ScheduleWorked worked = new ScheduleWorked("acme", "s1", "approval-ended");
        schedule.given(SET).when(new RecordWorked(ID, "approval-ended")).expectNoEvents();
        schedule.given(SET, FELL).when(new RecordWorked(ID, "approval-ended")).expectEvents(worked);
        schedule.given(SET, FELL, worked).when(new RecordWorked(ID, null)).expectNoEvents();
    }

    @Test
    void whatIsCancelledDoesNotFallDueAndWhatFellDueCannotBeCancelled() {
        schedule.given(SET).when(new CancelSchedule(ID, "paid")).expectEvents(CANCELLED);
        schedule.given(SET, CANCELLED).when(new LetFallDue(ID, DUE)).expectNoEvents();
        schedule.given(SET, FELL).when(new CancelSchedule(ID, "paid")).expectNoEvents();
    }

    @Test
    void somethingRecurringIsNextDueOnItsNextDay() {
        Recurring sweep = new Recurring("sweep", DayOfWeek.MONDAY, LocalTime.of(6, 0));
        // Monday 2026-11-30, 06:00 in Japan
        Instant monday = Instant.parse("2026-11-29T21:00:00Z");

        assertThat(sweep.next(monday.minusNanos(1)).dueAt()).isEqualTo(monday);
        assertThat(sweep.next(monday.minusNanos(1)).id().toString()).isEqualTo("agency/schedule/sweep.2026-11-30");
        assertThat(sweep.next(monday).dueAt()).isEqualTo(Instant.parse("2026-12-06T21:00:00Z"));
    }

    @Test
    void somethingDailyIsNextDueTomorrowOnceItWasDueToday() {
        Recurring sweep = Recurring.daily("sweep", LocalTime.of(6, 0));
        Instant monday = Instant.parse("2026-11-29T21:00:00Z");

        assertThat(sweep.next(monday.minusNanos(1)).dueAt()).isEqualTo(monday);
        assertThat(sweep.next(monday).id().toString()).isEqualTo("agency/schedule/sweep.2026-12-01");
    }

    @Test
    void aDayIsOverAtMidnightInJapan() {
        NewSchedule expiry = NewSchedule.after(LocalDate.of(2026, 4, 30), ID, "test", "acme/invoice/i1");

        assertThat(expiry.dueAt()).isEqualTo(Instant.parse("2026-04-30T15:00:00Z"));
    }
}
