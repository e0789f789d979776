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
import io.seikyu.web.access.Access;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets log and checkpoints be copied while the program runs. */
@RestController
class BackupApi {
    private final Commands commands;
    private final JobRunner runner;
    private final TimeOrderedIds ids;
    private final EventLog log;

    BackupApi(Commands commands, JobRunner runner, TimeOrderedIds ids, EventLog log) {
        this.commands = commands;
        this.runner = runner;
        this.ids = ids;
        this.log = log;
    }

    /**
     * Into {@code backups/<jobId>} of the data directory of the process that works the job; {@code seikyu restore} takes it
     * from there. The keys of persons' data are not in it.
     */
    @PostMapping("/v1/backups")
    @Access({})
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Begun.class)))
    ResponseEntity<byte[]> backUp(@RequestBody(required = false) @Nullable NothingToSay body, Asked asked) {
        JobId job = new JobId(Ids.AGENCY, ids.next());
        return commands.<JobResult>send(
                asked, job.tenant(), new BeginJob(job, BackingUp.KIND, null, null, log.head() + 1), null, result -> {
                    runner.wake(job);
                    return Answer.waiting("/v1/jobs/" + result.jobId(), new Begun(result.jobId()));
                });
    }

    record NothingToSay() {}

    record Begun(String jobId) {}
}
