package io.seikyu.command.replay;

import io.seikyu.command.job.JobState;
import io.seikyu.command.job.LongWork;
import io.seikyu.projection.Rebuilds;
import io.seikyu.projection.Rebuilds.Mode;
import io.seikyu.projection.Rebuilds.Progress;
import io.seikyu.projection.Rebuilds.Wish;
import java.util.Optional;

/** The work of making a derived thing again; who has the thing does it, and this one says so and looks how far it is. */
final class Rebuilding implements LongWork {
    static final String KIND = "PROJECTION_REBUILD";

    private final Rebuilds rebuilds;

    Rebuilding(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Look look(JobState job) {
        Optional<Progress> progress = rebuilds.progress(job.subject(), job.jobId());
        if (progress.isPresent() && progress.get().failure() != null) {
            return Look.failed("rebuild-is-worse", progress.get().failure());
        }
        if (progress.isPresent() && progress.get().result() != null) {
            return Look.done(progress.get().result());
        }
        rebuilds.want(job.subject(), wish(job, false));
        return progress.map(so -> Look.underWay(Math.min(so.position(), so.end()) + 1, so.end() + 1))
                .orElseGet(() -> Look.underWay(job.decided(), job.total()));
    }

    @Override
    public void pause(JobState job) {
        rebuilds.want(job.subject(), wish(job, true));
    }

    private static Wish wish(JobState job, boolean paused) {
        return new Wish(job.jobId(), Mode.valueOf(job.mode()), paused);
    }

    @Override
    public void end(JobState job) {
        rebuilds.withdraw(job.subject(), job.jobId());
    }
}
