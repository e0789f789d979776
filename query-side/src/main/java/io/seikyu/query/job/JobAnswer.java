package io.seikyu.query.job;

import io.seikyu.query.job.JobView.Failure;
import io.seikyu.query.job.JobView.Mark;
import io.seikyu.query.job.JobView.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A job and how far it is.
 *
 * @param format        of what was sent; absent where nothing was
 * @param subject       what it is about, e.g. the name of a projection; absent where rows were sent
 * @param mode          how it is done; absent where there is one way only
 * @param done          how many rows are decided, or how much else is done
 * @param ratePerSecond of so much, lately; absent while it does not run or nothing is known yet
 * @param secondsLeft   at that speed
 * @param counts        how many rows came to which outcome
 * @param result        what came of it, where it is not made of rows; what is in it depends on the kind
 * @param failure       why it failed
 */
record JobAnswer(
        String jobId,
        String clientId,
        String kind,
        @Nullable String format,
        @Nullable String subject,
        @Nullable String mode,
        Status status,
        long done,
        long total,
        @Nullable Double ratePerSecond,
        @Nullable Long secondsLeft,
        SortedMap<String, Integer> counts,
        Instant acceptedAt,
        @Nullable String acceptedBy,
        @Nullable Instant endedAt,
        @Nullable Map<String, Object> result,
        @Nullable Failure failure) {

    static JobAnswer of(JobView view) {
        Double rate = view.status() == Status.RUNNING ? rate(view.progress()) : null;
        return new JobAnswer(
                view.jobId(),
                view.clientId(),
                view.kind(),
                view.format(),
                view.subject(),
                view.mode(),
                view.status(),
                view.done(),
                view.total(),
                rate,
                rate == null ? null : (long) Math.ceil((view.total() - view.done()) / rate),
                view.counts(),
                view.acceptedAt(),
                view.acceptedBy(),
                view.endedAt(),
                view.result(),
                view.failure());
    }

    private static @Nullable Double rate(List<Mark> progress) {
        Mark first = progress.get(0);
        Mark last = progress.get(progress.size() - 1);
        double millis = Duration.between(first.at(), last.at()).toMillis();
        long rows = last.done() - first.done();
        return millis <= 0 || rows == 0 ? null : Math.round(rows * 10_000 / millis) / 10.0;
    }
}
