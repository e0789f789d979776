package io.seikyu.command.job;

import io.seikyu.command.work.WorkList;
import io.seikyu.contract.job.JobEvent.JobBegun;
import io.seikyu.contract.job.JobEvent.JobClosed;
import io.seikyu.contract.job.JobEvent.JobInputErased;
import io.seikyu.contract.job.JobEvent.JobOpened;
import io.seikyu.projection.Folds;
import java.time.Instant;
import java.util.Map;

/** Jobs of which something is left: those to be worked on, and those to be cleared away. */
public final class OpenJobs implements WorkList<OpenJobs.OpenJob> {
    static final String OPEN = "open";

    private static final Folds<OpenJob> FOLDS = new Folds<OpenJob>()
            .startingWith(JobOpened.class, (event, recorded) -> new OpenJob(true, recorded.at()))
            .startingWith(JobBegun.class, (event, recorded) -> new OpenJob(true, recorded.at()))
            .on(JobInputErased.class, (job, event, recorded) -> new OpenJob(false, job.since()))
            .on(JobClosed.class, (job, event, recorded) -> new OpenJob(false, job.since()));

    @Override
    public String name() {
        return "open-jobs";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public String streamType() {
        return "job";
    }

    @Override
    public Class<OpenJob> view() {
        return OpenJob.class;
    }

    @Override
    public Folds<OpenJob> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(OpenJob view) {
        return Map.of(OPEN, view.open());
    }

    /** @param since business time at which somebody began to hand it in */
    public record OpenJob(boolean open, Instant since) {}
}
