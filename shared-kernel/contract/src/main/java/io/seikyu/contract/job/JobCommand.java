package io.seikyu.contract.job;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.JobId;
import java.util.List;

/** What can be asked of a job. */
public sealed interface JobCommand extends Command {
    @Override
    JobId target();

    /** Before its input is stored. */
    record OpenJob(JobId target, String kind, String format) implements JobCommand {}

    /** Its input is stored whole: the job may begin. */
    record AcceptJob(JobId target, String format, int rows, int bytes, String digest) implements JobCommand {}

    /**
     * Tells what became of the rows behind those that are decided. Rows that were told before are not told twice.
     *
     * @param outcomes of consecutive rows
     */
    record RecordRows(JobId target, List<RowOutcome> outcomes) implements JobCommand {}

    record PauseJob(JobId target) implements JobCommand {}

    record ResumeJob(JobId target) implements JobCommand {}

    record CancelJob(JobId target, String reason) implements JobCommand {}

    record FailJob(JobId target, String code, String message) implements JobCommand {}

    /** Its input cannot be read any more. */
    record CloseJob(JobId target) implements JobCommand {}
}
