package io.seikyu.command.task;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.task.TaskEvent.TaskOpened;
import io.seikyu.contract.task.TaskKind;
import java.util.Set;

/**
 * What a task has to know to decide.
 *
 * @param about    the stream of the thing it is about
 * @param decision the call that settles it, or null when it is completed by saying so
 * @param subject  whose personal data people may write on it
 * @param assignee the key of whoever has it, or null
 */
public record TaskState(
        String clientId,
        String taskId,
        TaskKind kind,
        String about,
        String decision,
        String subject,
        TaskStatus status,
        String assignee) {

    static TaskState of(TaskOpened event) {
        TaskId id = new TaskId(event.clientId(), event.taskId());
        String subject = event.accountId() == null
                ? id.toString()
                : new AccountId(event.clientId(), event.accountId()).toString();
        return new TaskState(
                event.clientId(),
                event.taskId(),
                event.kind(),
                event.about(),
                event.kind().decision(event.about(), event.facts()).orElse(null),
                subject,
                TaskStatus.OPEN,
                null);
    }

    TaskState with(TaskStatus next, String nextAssignee) {
        return new TaskState(clientId, taskId, kind, about, decision, subject, next, nextAssignee);
    }

    /**
     * @param actor whose key asks
     * @throws Refusal when these roles do not work on it, it has ended, or somebody else has it
     */
    void refuseUnlessFor(String actor, Set<Role> roles) {
        if (!kind.isFor(roles)) {
            throw Refusal.forbidden("not-for-this-role", "the roles of this key do not do " + kind);
        }
        if (status.hasEnded()) {
            throw Refusal.conflict("task-ended", "the task is " + status + ": nothing is left to do");
        }
        if (status == TaskStatus.CLAIMED && !assignee.equals(actor)) {
            throw Refusal.conflict("task-taken", "'" + assignee + "' has this task: ask there, or release it first");
        }
    }

    TaskId id() {
        return new TaskId(clientId, taskId);
    }
}
