package io.seikyu.command.task;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.task.TaskCommand;
import io.seikyu.contract.task.TaskCommand.ClaimTask;
import io.seikyu.contract.task.TaskCommand.CompleteTask;
import io.seikyu.contract.task.TaskCommand.ReleaseTask;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Text;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what people do with their tasks (要対応). */
@RestController
class TaskApi {
    private final Commands commands;

    TaskApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/v1/tasks/{id}/claim")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CREDIT, Role.CLIENT})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskResult.class)))
    ResponseEntity<byte[]> claim(@PathVariable("id") String id, Tenancy tenancy, Asked asked) {
        return send(
                asked,
                new ClaimTask(
                        target(tenancy, id),
                        asked.caller().keyId(),
                        asked.caller().roles()));
    }

    @PostMapping("/v1/tasks/{id}/release")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CREDIT, Role.CLIENT})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskResult.class)))
    ResponseEntity<byte[]> release(@PathVariable("id") String id, Tenancy tenancy, Asked asked) {
        return send(
                asked,
                new ReleaseTask(
                        target(tenancy, id),
                        asked.caller().keyId(),
                        asked.caller().roles()));
    }

    @PostMapping("/v1/tasks/{id}/completion")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CREDIT, Role.CLIENT})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskResult.class)))
    ResponseEntity<byte[]> complete(
            @PathVariable("id") String id, @RequestBody CompleteRequest body, Tenancy tenancy, Asked asked) {
        return send(
                asked,
                new CompleteTask(
                        target(tenancy, id),
                        asked.caller().keyId(),
                        asked.caller().roles(),
                        body.outcome(),
                        body.note()));
    }

    private ResponseEntity<byte[]> send(Asked asked, TaskCommand command) {
        return commands.<TaskResult>send(asked, command.target().tenant(), command, null, Answer::ok);
    }

    private static TaskId target(Tenancy tenancy, String id) {
        return new TaskId(tenancy.tenantOrAgency(), PathIds.checked("task", id));
    }

    /** @param outcome what came of it, in a word */
    record CompleteRequest(
            @Nullable @Text(max = 64, pattern = "[A-Z_]+", says = "must be a word of A-Z and _")
            String outcome,

            @Text(max = 2000, lines = true) String note) {}
}
