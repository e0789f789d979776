package io.seikyu.command.job;

/**
 * A job after a command.
 *
 * @param done  how many rows are decided
 * @param total how many there are
 */
public record JobResult(String jobId, JobStatus status, int done, int total) {
    static JobResult of(JobState state) {
        return new JobResult(state.jobId(), state.status(), state.decided(), state.rows());
    }
}
