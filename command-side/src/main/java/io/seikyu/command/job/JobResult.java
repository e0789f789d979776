package io.seikyu.command.job;

/**
 * A job after a command.
 *
 * @param done  how many rows are decided, or how much else is done
 * @param total of so many
 */
public record JobResult(String jobId, JobStatus status, long done, long total) {
    static JobResult of(JobState state) {
        return new JobResult(state.jobId(), state.status(), state.decided(), state.total());
    }
}
