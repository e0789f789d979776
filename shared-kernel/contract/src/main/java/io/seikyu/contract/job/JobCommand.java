package io.seikyu.contract.job;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.JobId;
import java.util.List;
import java.util.Map;

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

    /** Work on what the log says. See {@link JobEvent.JobBegun}. */
    record BeginJob(JobId target, String kind, String subject, String mode, long total, Map<String, String> input)
            implements JobCommand {}

    /** Less than was told before is nothing new. */
    record AdvanceJob(JobId target, long done, long total) implements JobCommand {}

    record ConcludeJob(JobId target, Map<String, Object> result) implements JobCommand {}

    record PauseJob(JobId target) implements JobCommand {}

    record ResumeJob(JobId target) implements JobCommand {}

    record CancelJob(JobId target, String reason) implements JobCommand {}

    record FailJob(JobId target, String code, String message) implements JobCommand {}

    /** Nothing of it is left: its input, if it had one, cannot be read any more. */
    record CloseJob(JobId target) implements JobCommand {}
}
