package io.seikyu.command.replay;

import io.seikyu.command.job.JobResult;
import io.seikyu.command.job.JobRunner;
import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.JobCommand.BeginJob;
import io.seikyu.eventlog.EventLog;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Begins jobs that go through the log; they belong to no client company. */
public final class AgencyJobs {
    private final Commands commands;
    private final JobRunner runner;
    private final TimeOrderedIds ids;
    private final EventLog log;

    AgencyJobs(Commands commands, JobRunner runner, TimeOrderedIds ids, EventLog log) {
        this.commands = commands;
        this.runner = runner;
        this.ids = ids;
        this.log = log;
    }

    /** @return 202 with {@link Begun} */
    public ResponseEntity<byte[]> begin(Asked asked, String kind, @Nullable String subject, @Nullable String mode) {
        return begin(asked, kind, subject, mode, null);
    }

    /**
     * @param input what else is asked, for {@link io.seikyu.command.job.JobState#input}
     * @return 202 with {@link Begun}
     */
    public ResponseEntity<byte[]> begin(
            Asked asked,
            String kind,
            @Nullable String subject,
            @Nullable String mode,
            @Nullable Map<String, String> input) {
        JobId job = new JobId(Ids.AGENCY, ids.next());
        BeginJob command = new BeginJob(job, kind, subject, mode, log.head() + 1, input);
        return commands.<JobResult>send(asked, job.tenant(), command, null, result -> {
            runner.wake(job);
            return Answer.waiting("/v1/jobs/" + result.jobId(), new Begun(result.jobId()));
        });
    }

    public record Begun(String jobId) {}

    record NothingToSay() {}
}
