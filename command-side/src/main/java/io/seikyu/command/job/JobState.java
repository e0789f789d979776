package io.seikyu.command.job;

import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.JobEvent.JobAccepted;
import io.seikyu.contract.job.JobEvent.JobOpened;

/**
 * What a job has to know to decide.
 *
 * @param kind          of work, e.g. {@code INVOICE_IMPORT}
 * @param actor         who handed it in, and in whose name its rows are worked
 * @param correlationId of the request that handed it in, and so of all that its rows cause
 * @param rows          how many there are
 * @param decided       how many of them, from the first one on, are decided
 * @param closed        whether its input was erased
 */
public record JobState(
        String clientId,
        String jobId,
        String kind,
        JobStatus status,
        String actor,
        String correlationId,
        int rows,
        int decided,
        boolean closed) {

    static JobState of(JobOpened event) {
        return new JobState(event.clientId(), event.jobId(), event.kind(), JobStatus.OPENED, null, null, 0, 0, false);
    }

    JobState with(JobAccepted event, String by, String correlation) {
        return new JobState(clientId, jobId, kind, JobStatus.RUNNING, by, correlation, event.rows(), decided, closed);
    }

    JobState with(JobStatus next) {
        return new JobState(clientId, jobId, kind, next, actor, correlationId, rows, decided, closed);
    }

    JobState decided(int done) {
        return new JobState(clientId, jobId, kind, status, actor, correlationId, rows, done, closed);
    }

    JobState whenClosed() {
        return new JobState(clientId, jobId, kind, status, actor, correlationId, rows, decided, true);
    }

    public JobId id() {
        return new JobId(clientId, jobId);
    }
}
