package io.seikyu.query.job;

import io.seikyu.contract.job.JobEvent.JobAccepted;
import io.seikyu.contract.job.JobEvent.JobAdvanced;
import io.seikyu.contract.job.JobEvent.JobBegun;
import io.seikyu.contract.job.JobEvent.JobRowsDecided;
import io.seikyu.contract.job.RowOutcome;
import io.seikyu.projection.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A job and how far it is.
 *
 * @param counts   how many rows came to which outcome
 * @param progress how far it was when, lately and since it last began to run: what tells its speed
 * @param subject  what a job without rows is about, or null
 * @param mode     how a job without rows is done, or null
 * @param result   what came of a job without rows, or null
 * @param failure  why it failed, or null
 */
public record JobView(
        String clientId,
        String jobId,
        String kind,
        String format,
        String subject,
        String mode,
        Status status,
        long total,
        long done,
        SortedMap<String, Integer> counts,
        Instant acceptedAt,
        String acceptedBy,
        Instant endedAt,
        List<Mark> progress,
        Map<String, Object> result,
        Failure failure) {
    private static final int LATELY = 20;

    public enum Status {
        RUNNING,
        PAUSED,
        DONE,
        FAILED,
        CANCELLED
    }

    /** @param done how much was done at that time */
    public record Mark(Instant at, long done) {}

    public record Failure(String code, String message) {}

    static JobView accepted(JobAccepted event, Recorded recorded) {
        return begun(event.clientId(), event.jobId(), event.kind(), event.rows(), recorded)
                .with(event.format(), null, null);
    }

    static JobView begun(JobBegun event, Recorded recorded) {
        return begun(event.clientId(), event.jobId(), event.kind(), event.total(), recorded)
                .with(null, event.subject(), event.mode());
    }

    private static JobView begun(String clientId, String jobId, String kind, long total, Recorded recorded) {
        return new JobView(
                clientId,
                jobId,
                kind,
                null,
                null,
                null,
                Status.RUNNING,
                total,
                0,
                new TreeMap<>(),
                recorded.at(),
                recorded.actor(),
                null,
                List.of(new Mark(recorded.at(), 0)),
                null,
                null);
    }

    JobView decided(JobRowsDecided event, Recorded recorded) {
        SortedMap<String, Integer> next = new TreeMap<>(counts);
        event.outcomes().stream().map(RowOutcome::outcome).forEach(outcome -> next.merge(outcome, 1, Integer::sum));
        return with(status, total, event.done(), next, endedAt, later(event.done(), recorded), result, failure);
    }

    JobView advanced(JobAdvanced event, Recorded recorded) {
        return with(
                status, event.total(), event.done(), counts, endedAt, later(event.done(), recorded), result, failure);
    }

    private List<Mark> later(long decided, Recorded recorded) {
        List<Mark> marks = new ArrayList<>(progress);
        marks.add(new Mark(recorded.at(), decided));
        return List.copyOf(marks.subList(Math.max(0, marks.size() - LATELY), marks.size()));
    }

    JobView paused() {
        return with(Status.PAUSED, total, done, counts, null, progress, null, null);
    }

    JobView resumed(Recorded recorded) {
        return with(Status.RUNNING, total, done, counts, null, List.of(new Mark(recorded.at(), done)), null, null);
    }

    JobView concluded(Map<String, Object> what, Recorded recorded) {
        return with(Status.DONE, total, done, counts, recorded.at(), progress, what, null);
    }

    JobView ended(Status how, Recorded recorded, Failure why) {
        return with(how, total, done, counts, recorded.at(), progress, null, why);
    }

    private JobView with(String form, String about, String way) {
        return new JobView(
                clientId,
                jobId,
                kind,
                form,
                about,
                way,
                status,
                total,
                done,
                counts,
                acceptedAt,
                acceptedBy,
                endedAt,
                progress,
                result,
                failure);
    }

    private JobView with(
            Status now,
            long all,
            long decided,
            SortedMap<String, Integer> outcomes,
            Instant ended,
            List<Mark> marks,
            Map<String, Object> what,
            Failure why) {
        return new JobView(
                clientId,
                jobId,
                kind,
                format,
                subject,
                mode,
                now,
                all,
                decided,
                outcomes,
                acceptedAt,
                acceptedBy,
                ended,
                marks,
                what,
                why);
    }
}
