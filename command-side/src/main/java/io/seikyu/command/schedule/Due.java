package io.seikyu.command.schedule;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.id.ScheduleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Something that fell due, with what was said when it was set.
 *
 * @param now  business time, which may be long after {@code dueAt}: days on which the program was down are caught up
 * @param asOf the log's head when it was found to be due
 */
public record Due(
        ScheduleId id, String kind, String subject, Instant dueAt, Map<String, String> facts, Instant now, long asOf) {
    /** Of the subject's client company. */
    public String tenant() {
        return id.tenant();
    }

    /** The last part of the subject's stream: the id of what it is about. */
    public String subjectId() {
        return subject.substring(subject.lastIndexOf('/') + 1);
    }

    /** The business date now. */
    public LocalDate today() {
        return BusinessDay.of(now);
    }
}
