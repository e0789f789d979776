package io.seikyu.query.job;

import io.seikyu.contract.job.JobEvent;
import io.seikyu.contract.job.JobEvent.JobAccepted;
import io.seikyu.contract.job.JobEvent.JobAdvanced;
import io.seikyu.contract.job.JobEvent.JobBegun;
import io.seikyu.contract.job.JobEvent.JobCancelled;
import io.seikyu.contract.job.JobEvent.JobConcluded;
import io.seikyu.contract.job.JobEvent.JobDone;
import io.seikyu.contract.job.JobEvent.JobFailed;
import io.seikyu.contract.job.JobEvent.JobPaused;
import io.seikyu.contract.job.JobEvent.JobResumed;
import io.seikyu.contract.job.JobEvent.JobRowsDecided;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.query.job.JobView.Failure;
import io.seikyu.query.job.JobView.Status;
import java.util.List;
import java.util.Map;

/** Jobs from the moment they are accepted; of an upload that broke off there is none. */
public final class JobProjection implements Projection<JobView> {
    static final String STATUS = "status";

    private static final Folds<JobView> FOLDS = new Folds<JobView>()
            .startingWith(JobAccepted.class, JobView::accepted)
            .startingWith(JobBegun.class, JobView::begun)
            .on(JobRowsDecided.class, JobView::decided)
            .on(JobAdvanced.class, JobView::advanced)
            .on(JobConcluded.class, (view, event, recorded) -> view.concluded(event.result(), recorded))
            .on(JobPaused.class, (view, event, recorded) -> view.paused())
            .on(JobResumed.class, (view, event, recorded) -> view.resumed(recorded))
            .on(JobDone.class, (view, event, recorded) -> view.ended(Status.DONE, recorded, null))
            .on(JobCancelled.class, (view, event, recorded) -> view.ended(Status.CANCELLED, recorded, null))
            .on(
                    JobFailed.class,
                    (view, event, recorded) ->
                            view.ended(Status.FAILED, recorded, new Failure(event.code(), event.message())))
            .ignoring(JobEvent.class);

    @Override
    public String name() {
        return "job";
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
    public Class<JobView> view() {
        return JobView.class;
    }

    @Override
    public Folds<JobView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(JobView view) {
        return Map.of(STATUS, view.status().name());
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(STATUS));
    }
}
