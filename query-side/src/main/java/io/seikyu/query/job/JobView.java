package io.seikyu.query.job;

import io.seikyu.contract.job.JobEvent.JobAccepted;
import io.seikyu.contract.job.JobEvent.JobRowsDecided;
import io.seikyu.contract.job.RowOutcome;
import io.seikyu.projection.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A job and how far it is.
 *
 * @param counts   how many rows came to which outcome
 * @param progress how far it was when, lately and since it last began to run: what tells its speed
 * @param failure  why it failed, or null
 */
public record JobView(
        String clientId,
        String jobId,
        String kind,
        String format,
        Status status,
        int total,
        int done,
        SortedMap<String, Integer> counts,
        Instant acceptedAt,
        String acceptedBy,
        Instant endedAt,
        List<Mark> progress,
        Failure failure) {
    private static final int LATELY = 20;

    public enum Status {
        RUNNING,
        PAUSED,
        DONE,
        FAILED,
        CANCELLED
    }

    /** @param done how many rows were decided at that time */
    public record Mark(Instant at, int done) {}

    public record Failure(String code, String message) {}

    static JobView accepted(JobAccepted event, Recorded recorded) {
        return new JobView(
                event.clientId(),
                event.jobId(),
                event.kind(),
                event.format(),
                Status.RUNNING,
                event.rows(),
                0,
                new TreeMap<>(),
                recorded.at(),
                recorded.actor(),
                null,
                List.of(new Mark(recorded.at(), 0)),
                null);
    }

    JobView decided(JobRowsDecided event, Recorded recorded) {
        SortedMap<String, Integer> next = new TreeMap<>(counts);
        event.outcomes().stream().map(RowOutcome::outcome).forEach(outcome -> next.merge(outcome, 1, Integer::sum));
        List<Mark> marks = new ArrayList<>(progress);
        marks.add(new Mark(recorded.at(), event.done()));
        List<Mark> lately = List.copyOf(marks.subList(Math.max(0, marks.size() - LATELY), marks.size()));
        return with(status, event.done(), next, endedAt, lately, failure);
    }

    JobView paused() {
        return with(Status.PAUSED, done, counts, null, progress, null);
    }

    JobView resumed(Recorded recorded) {
        return with(Status.RUNNING, done, counts, null, List.of(new Mark(recorded.at(), done)), null);
    }

    JobView ended(Status how, Recorded recorded, Failure why) {
        return with(how, done, counts, recorded.at(), progress, why);
    }

    private JobView with(
            Status now,
            int decided,
            SortedMap<String, Integer> outcomes,
            Instant ended,
            List<Mark> marks,
            Failure why) {
        return new JobView(
                clientId,
                jobId,
                kind,
                format,
                now,
                total,
                decided,
                outcomes,
                acceptedAt,
                acceptedBy,
                ended,
                marks,
                why);
    }
}
