package io.seikyu.command.task;

import io.seikyu.contract.Command;
import io.seikyu.contract.task.TaskKind;

/** What goes with tasks of one kind, beside taking them and saying that they are done. Each is a bean. */
public interface TaskWork {
    TaskKind kind();

    /**
     * Looks whether a task still makes sense, right before a person takes it.
     *
     * @return what that person has to know, as of now
     * @throws io.seikyu.command.decision.Refusal when it does not, with the reason
     */
    Briefing begin(TaskState task);

    /** Has what it is about decide on what came of it; that completes the task, if it is done. */
    Command came(TaskState task, Outcome outcome);
}
