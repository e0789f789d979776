package io.seikyu.command.task;

import org.jspecify.annotations.Nullable;

/**
 * What became of a task by a command.
 *
 * @param assignee the key of whoever has it
 * @param briefing of a call, when it is taken
 */
public record TaskResult(
        String taskId,
        TaskStatus status,
        @Nullable String assignee,
        @Nullable Briefing briefing) {
    static TaskResult of(TaskState state, @Nullable Briefing briefing) {
        return new TaskResult(state.taskId(), state.status(), state.assignee(), briefing);
    }
}
