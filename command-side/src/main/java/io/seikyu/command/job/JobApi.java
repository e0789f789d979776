package io.seikyu.command.job;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.JobCommand;
import io.seikyu.contract.job.JobCommand.CancelJob;
import io.seikyu.contract.job.JobCommand.PauseJob;
import io.seikyu.contract.job.JobCommand.ResumeJob;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets jobs wait, go on, and end early. */
@RestController
class JobApi {
    private final Commands commands;
    private final JobRunner runner;

    JobApi(Commands commands, JobRunner runner) {
        this.commands = commands;
        this.runner = runner;
    }

    /** The rows under way are finished. */
    @PostMapping("/v1/jobs/{id}/pause")
    @Access({Role.OPERATOR, Role.INTEGRATION})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobResult.class)))
    ResponseEntity<byte[]> pause(
            @PathVariable("id") String id,
            @RequestBody(required = false) @Nullable NothingToSay body,
            Tenancy tenancy,
            Asked asked) {
        return send(id, PauseJob::new, null, tenancy, asked);
    }

    @PostMapping("/v1/jobs/{id}/resume")
    @Access({Role.OPERATOR, Role.INTEGRATION})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobResult.class)))
    ResponseEntity<byte[]> resume(
            @PathVariable("id") String id,
            @RequestBody(required = false) @Nullable NothingToSay body,
            Tenancy tenancy,
            Asked asked) {
        return send(id, ResumeJob::new, null, tenancy, asked);
    }

    /** What was done stays done; the rows under way are finished. */
    @PostMapping("/v1/jobs/{id}/cancel")
    @Access({Role.OPERATOR, Role.INTEGRATION})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobResult.class)))
    ResponseEntity<byte[]> cancel(
            @PathVariable("id") String id,
            @RequestBody(required = false) @Nullable CancelRequest body,
            Tenancy tenancy,
            Asked asked) {
        String reason = body == null ? null : body.reason();
        return send(id, job -> new CancelJob(job, reason), reason, tenancy, asked);
    }

    private ResponseEntity<byte[]> send(
            String id, Function<JobId, JobCommand> command, @Nullable String reason, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenantOrAgency();
        JobId job = new JobId(tenant, PathIds.checked("job", id));
        return commands.<JobResult>send(asked, tenant, command.apply(job), reason, result -> {
            runner.wake(job);
            return Answer.ok(result);
        });
    }

    record NothingToSay() {}

    record CancelRequest(@Nullable String reason) {}
}
