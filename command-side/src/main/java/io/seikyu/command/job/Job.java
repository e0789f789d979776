package io.seikyu.command.job;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Origin;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.job.JobCommand.AcceptJob;
import io.seikyu.contract.job.JobCommand.AdvanceJob;
import io.seikyu.contract.job.JobCommand.BeginJob;
import io.seikyu.contract.job.JobCommand.CancelJob;
import io.seikyu.contract.job.JobCommand.CloseJob;
import io.seikyu.contract.job.JobCommand.ConcludeJob;
import io.seikyu.contract.job.JobCommand.FailJob;
import io.seikyu.contract.job.JobCommand.OpenJob;
import io.seikyu.contract.job.JobCommand.PauseJob;
import io.seikyu.contract.job.JobCommand.RecordRows;
import io.seikyu.contract.job.JobCommand.ResumeJob;
import io.seikyu.contract.job.JobEvent.JobAccepted;
import io.seikyu.contract.job.JobEvent.JobAdvanced;
import io.seikyu.contract.job.JobEvent.JobBegun;
import io.seikyu.contract.job.JobEvent.JobCancelled;
import io.seikyu.contract.job.JobEvent.JobClosed;
import io.seikyu.contract.job.JobEvent.JobConcluded;
import io.seikyu.contract.job.JobEvent.JobDone;
import io.seikyu.contract.job.JobEvent.JobFailed;
import io.seikyu.contract.job.JobEvent.JobInputErased;
import io.seikyu.contract.job.JobEvent.JobOpened;
import io.seikyu.contract.job.JobEvent.JobPaused;
import io.seikyu.contract.job.JobEvent.JobResumed;
import io.seikyu.contract.job.JobEvent.JobRowsDecided;
import io.seikyu.contract.job.RowOutcome;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * Work on its way. With rows: opened, accepted when its input is stored whole, worked row by row, ended. Without: begun,
 * and concluded with a result. It knows how far the work is, and so goes on there after a crash.
 */
public class Job {
    @AggregateIdentifier
    private String id;

    private JobState state;

    Job() {}

    public Job(JobState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void open(OpenJob command) {
        apply(new JobOpened(command.target().tenant(), command.target().value(), command.kind(), command.format()));
    }

    @CommandHandler
    JobResult accept(AcceptJob command) {
        refuseUnless(!state.closed(), "upload-abandoned", "its upload took too long: send it again");
        refuseUnless(state.status() == JobStatus.OPENED, "already-exists", "it was accepted already");
        apply(new JobAccepted(
                state.clientId(),
                state.jobId(),
                state.kind(),
                command.format(),
                command.rows(),
                command.bytes(),
                command.digest()));
        return JobResult.of(state);
    }

    /**
     * Also of a job that was paused or cancelled meanwhile: what was done is told. What another process told before is
     * left out.
     */
    @CommandHandler
    JobResult record(RecordRows command) {
        List<RowOutcome> news = command.outcomes().stream()
                .filter(outcome -> outcome.row() > state.decided())
                .toList();
        boolean follows = !news.isEmpty() && news.get(0).row() == state.decided() + 1;
        if (follows && state.status() != JobStatus.DONE) {
            int done = (int) state.decided() + news.size();
            apply(new JobRowsDecided(state.clientId(), state.jobId(), done, news));
            if (done == state.total() && !state.status().hasEnded()) {
                apply(new JobDone(state.clientId(), state.jobId()));
            }
        }
        return JobResult.of(state);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    JobResult begin(BeginJob command) {
        apply(new JobBegun(
                command.target().tenant(),
                command.target().value(),
                command.kind(),
                command.subject(),
                command.mode(),
                command.total(),
                command.input()));
        return JobResult.of(state);
    }

    @CommandHandler
    JobResult advance(AdvanceJob command) {
        if (!state.status().hasEnded() && command.done() > state.decided()) {
            apply(new JobAdvanced(state.clientId(), state.jobId(), command.done(), command.total()));
        }
        return JobResult.of(state);
    }

    /** Also when it was paused meanwhile: what is done is done. */
    @CommandHandler
    JobResult conclude(ConcludeJob command) {
        if (!state.status().hasEnded()) {
            if (state.decided() < state.total()) {
                apply(new JobAdvanced(state.clientId(), state.jobId(), state.total(), state.total()));
            }
            apply(new JobConcluded(state.clientId(), state.jobId(), command.result()));
        }
        return JobResult.of(state);
    }

    @CommandHandler
    JobResult pause(PauseJob command) {
        refuseUnlessAlive();
        if (state.status() == JobStatus.RUNNING) {
            apply(new JobPaused(state.clientId(), state.jobId()));
        }
        return JobResult.of(state);
    }

    @CommandHandler
    JobResult resume(ResumeJob command) {
        refuseUnlessAlive();
        if (state.status() == JobStatus.PAUSED) {
            apply(new JobResumed(state.clientId(), state.jobId()));
        }
        return JobResult.of(state);
    }

    /** What was done stays done. */
    @CommandHandler
    JobResult cancel(CancelJob command) {
        if (state.status() != JobStatus.CANCELLED) {
            refuseUnlessAlive();
            apply(new JobCancelled(state.clientId(), state.jobId(), command.reason()));
        }
        return JobResult.of(state);
    }

    @CommandHandler
    JobResult fail(FailJob command) {
        if (!state.status().hasEnded()) {
            apply(new JobFailed(state.clientId(), state.jobId(), command.code(), command.message()));
        }
        return JobResult.of(state);
    }

    /** Of one that has ended, or was never accepted and never will be. */
    @CommandHandler
    void close(CloseJob command) {
        refuseUnless(
                state.status() != JobStatus.RUNNING && state.status() != JobStatus.PAUSED,
                "job-not-ended",
                "it is still at work");
        if (!state.closed()) {
            apply(
                    state.rows()
                            ? new JobInputErased(state.clientId(), state.jobId())
                            : new JobClosed(state.clientId(), state.jobId()));
        }
    }

    private void refuseUnlessAlive() {
        if (state.status() == JobStatus.OPENED) {
            throw Refusal.notFound("job-not-found", "there is no job '" + state.jobId() + "'");
        }
        refuseUnless(!state.status().hasEnded(), "job-ended", "it cannot be changed any more");
    }

    private void refuseUnless(boolean allowed, String code, String why) {
        if (!allowed) {
            throw Refusal.conflict(code, "the job is " + state.status() + ": " + why);
        }
    }

    @EventSourcingHandler
    void on(JobOpened event) {
        state = JobState.of(event);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(
            JobAccepted event,
            @MetaDataValue(Origin.ACTOR) String actor,
            @MetaDataValue(Origin.CORRELATION_ID) String correlationId) {
        state = state.with(event, actor, correlationId);
    }

    @EventSourcingHandler
    void on(JobRowsDecided event) {
        state = state.decided(event.done(), state.total());
    }

    @EventSourcingHandler
    void on(
            JobBegun event,
            @MetaDataValue(Origin.ACTOR) String actor,
            @MetaDataValue(Origin.CORRELATION_ID) String correlationId) {
        state = JobState.of(event, actor, correlationId);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(JobAdvanced event) {
        state = state.decided(event.done(), event.total());
    }

    @EventSourcingHandler
    void on(JobConcluded event) {
        state = state.with(JobStatus.DONE);
    }

    @EventSourcingHandler
    void on(JobClosed event) {
        state = state.whenClosed();
    }

    @EventSourcingHandler
    void on(JobPaused event) {
        state = state.with(JobStatus.PAUSED);
    }

    @EventSourcingHandler
    void on(JobResumed event) {
        state = state.with(JobStatus.RUNNING);
    }

    @EventSourcingHandler
    void on(JobDone event) {
        state = state.with(JobStatus.DONE);
    }

    @EventSourcingHandler
    void on(JobCancelled event) {
        state = state.with(JobStatus.CANCELLED);
    }

    @EventSourcingHandler
    void on(JobFailed event) {
        state = state.with(JobStatus.FAILED);
    }

    @EventSourcingHandler
    void on(JobInputErased event) {
        state = state.whenClosed();
    }

    public JobState state() {
        return state;
    }
}
