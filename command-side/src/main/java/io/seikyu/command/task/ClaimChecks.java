package io.seikyu.command.task;

import java.util.List;

/** What is looked at before a task is taken, by its kind. */
public record ClaimChecks(List<ClaimCheck> all) {
    void check(TaskState task) {
        all.stream().filter(check -> check.kind() == task.kind()).forEach(check -> check.check(task));
    }
}
