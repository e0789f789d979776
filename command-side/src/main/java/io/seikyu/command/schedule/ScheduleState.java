package io.seikyu.command.schedule;

import io.seikyu.contract.id.ScheduleId;
import io.seikyu.contract.schedule.ScheduleEvent.ScheduleSet;
import java.time.Instant;
import java.util.Map;

/** What a schedule has to know to decide; the fields are those of {@link ScheduleSet}. */
public record ScheduleState(
        String clientId,
        String scheduleId,
        String kind,
        String subject,
        Instant dueAt,
        Map<String, String> facts,
        ScheduleStatus status) {
    ScheduleState with(ScheduleStatus next) {
        return new ScheduleState(clientId, scheduleId, kind, subject, dueAt, facts, next);
    }

    ScheduleId id() {
        return new ScheduleId(clientId, scheduleId);
    }
}
