package io.seikyu.command.task;

import org.jspecify.annotations.Nullable;

/**
 * What became of a task by a command.
 *
 * @param assignee the key of whoever has it
 */
public record TaskResult(
        String taskId, TaskStatus status, @Nullable String assignee) {}
