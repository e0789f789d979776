package io.seikyu.contract.task;

import io.seikyu.contract.Command;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.TaskId;
import java.util.Set;

/** What can be asked of a task. {@code actor} is the key of whoever asks, {@code roles} are that key's. */
public sealed interface TaskCommand extends Command {
    @Override
    TaskId target();

    record ClaimTask(TaskId target, String actor, Set<Role> roles) implements TaskCommand {}

    record ReleaseTask(TaskId target, String actor, Set<Role> roles) implements TaskCommand {}

    /** @param outcome in a word, or null */
    record CompleteTask(TaskId target, String actor, Set<Role> roles, String outcome, String note)
            implements TaskCommand {}
}
