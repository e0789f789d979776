package io.seikyu.command.task;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.Problems;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.task.TaskCommand;
import io.seikyu.contract.task.TaskCommand.ClaimTask;
import io.seikyu.contract.task.TaskCommand.CompleteTask;
import io.seikyu.contract.task.TaskCommand.ReleaseTask;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what people do with their tasks (要対応). */
@RestController
class TaskApi {
    private final Commands commands;
    private final CachingRepository<Task, TaskState> tasks;
    private final TaskWorks works;

    TaskApi(Commands commands, CachingRepository<Task, TaskState> tasks, TaskWorks works) {
        this.commands = commands;
        this.tasks = tasks;
        this.works = works;
    }

    @PostMapping("/v1/tasks/{id}/claim")
    @Access({Role.OPERATOR, Role.REVIEWER, Role.CREDIT, Role.CLIENT})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TaskResult.class)))
    ResponseEntity<byte[]> claim(@PathVariable("id") String id, Tenancy tenancy, Asked asked) {
        TaskId target = target(tenancy, id);
        return commands.<TaskResult>send(
                asked,
                target.tenant(),
                new ClaimTask(target, asked.caller().keyId(), asked.caller().roles()),
                null,
                result -> result.briefing() == null
                        ? Answer.ok(result)
                        : Answer.ok(result).about(subject(target)));
    }

    private String subject(TaskId task) {
        return tasks.find(task.toString()).orElseThrow().state().subject();
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
            @PathVariable("id") String id, @RequestBody Outcome body, Tenancy tenancy, Asked asked) {
        TaskId target = target(tenancy, id);
        TaskState task = tasks.find(target.toString()).map(Task::state).orElse(null);
        Optional<TaskWork> work = Optional.ofNullable(task).flatMap(works::of);
        try {
            if (work.isPresent()) {
                return came(work.get(), task, body, asked);
            }
            if (task != null) {
                body.refuseUnlessOfErrand();
            }
            return complete(target, body, asked);
        } catch (Refusal refusal) {
            throw Problems.of(refusal);
        }
    }

    private ResponseEntity<byte[]> complete(TaskId target, Outcome body, Asked asked) {
        return send(
                asked,
                new CompleteTask(target, asked.caller().keyId(), asked.caller().roles(), body.outcome(), body.note()));
    }

    /** What it is about is asked; the task is done by what that decides. */
    private ResponseEntity<byte[]> came(TaskWork work, TaskState task, Outcome body, Asked asked) {
        return commands.sendPrepared(
                asked,
                task.clientId(),
                () -> {
                    task.refuseUnlessFor(asked.caller().keyId(), asked.caller().roles());
                    return work.came(task, body);
                },
                null,
                done -> Answer.ok(TaskResult.of(
                        tasks.find(task.id().toString()).orElseThrow().state(), null)));
    }

    private ResponseEntity<byte[]> send(Asked asked, TaskCommand command) {
        return commands.<TaskResult>send(asked, command.target().tenant(), command, null, Answer::ok);
    }

    private static TaskId target(Tenancy tenancy, String id) {
        return new TaskId(tenancy.tenantOrAgency(), PathIds.checked("task", id));
    }
}
