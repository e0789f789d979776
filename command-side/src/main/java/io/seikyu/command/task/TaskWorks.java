package io.seikyu.command.task;

import java.util.List;
import java.util.Optional;

/** What goes with the tasks of some kinds. */
public record TaskWorks(List<TaskWork> all) {
    Optional<TaskWork> of(TaskState task) {
        return all.stream().filter(work -> work.kind() == task.kind()).findFirst();
    }
}
