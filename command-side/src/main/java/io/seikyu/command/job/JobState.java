package io.seikyu.command.job;

import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.JobEvent.JobAccepted;
import io.seikyu.contract.job.JobEvent.JobBegun;
import io.seikyu.contract.job.JobEvent.JobOpened;
import java.util.Map;

/**
 * What a job has to know to decide.
 *
 * @param kind          of work, e.g. {@code INVOICE_IMPORT}
 * @param subject       what a job without rows is about, or null
 * @param mode          how a job without rows is done, or null
 * @param actor         who handed it in, and in whose name its rows are worked
 * @param correlationId of the request that handed it in, and so of all that its rows cause
 * @param rows          whether there are any
 * @param total         how many rows there are, or how much else there is to do
 * @param decided       how many of them, from the first one on, are decided, or how much else is done
 * @param input         what else a job without rows is asked, or null
 * @param closed        whether nothing of it is left to be cleared away
 */
public record JobState(
        String clientId,
        String jobId,
        String kind,
        String subject,
        String mode,
        JobStatus status,
        String actor,
        String correlationId,
        boolean rows,
        long total,
        long decided,
        Map<String, String> input,
        boolean closed) {

    static JobState of(JobOpened event) {
        return new JobState(
                event.clientId(),
                event.jobId(),
                event.kind(),
                null,
                null,
                JobStatus.OPENED,
                null,
                null,
                true,
                0,
                0,
                null,
                false);
    }

    static JobState of(JobBegun event, String by, String correlation) {
        return new JobState(
                event.clientId(),
                event.jobId(),
                event.kind(),
                event.subject(),
                event.mode(),
                JobStatus.RUNNING,
                by,
                correlation,
                false,
                event.total(),
                0,
                event.input(),
                false);
    }

    JobState with(JobAccepted event, String by, String correlation) {
        return new JobState(
                clientId,
                jobId,
                kind,
                subject,
                mode,
                JobStatus.RUNNING,
                by,
                correlation,
                rows,
                event.rows(),
                decided,
                input,
                closed);
    }

    JobState with(JobStatus next) {
        return new JobState(
                clientId, jobId, kind, subject, mode, next, actor, correlationId, rows, total, decided, input, closed);
    }

    JobState decided(long done, long of) {
        return new JobState(
                clientId, jobId, kind, subject, mode, status, actor, correlationId, rows, of, done, input, closed);
    }

    JobState whenClosed() {
        return new JobState(
                clientId, jobId, kind, subject, mode, status, actor, correlationId, rows, total, decided, input, true);
    }

    public JobId id() {
        return new JobId(clientId, jobId);
    }
}
