package io.seikyu.command.task;

import io.seikyu.contract.task.TaskKind;

/** Looks whether a task of one kind still makes sense, right before a person takes it. Each is a bean. */
public interface ClaimCheck {
    TaskKind kind();

    /** @throws io.seikyu.command.decision.Refusal when it does not, with the reason */
    void check(TaskState task);
}
