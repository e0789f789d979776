package io.seikyu.command.task;

import io.seikyu.contract.id.TaskId;

/**
 * What people have to do (要対応). What is said here is one commit with the events of the running command. Locks: whatever
 * opens or ends a task is locked before the task.
 */
public interface Tasks {
    /** Opens a task; says nothing when there was one of this id ever. */
    void open(NewTask task);

    /** The same, but opens another where the one of this id was overtaken: what it asked for is to be done again. */
    void openAgain(NewTask task);

    /**
     * What the task asked for was decided; says nothing when there is no such task or it has ended.
     *
     * @param outcome in a word, e.g. {@code APPROVED}
     */
    void complete(TaskId id, String outcome);

    /** There is nothing to do any more, also for one that was opened again; says nothing when there is no such task or it has ended. */
    void close(TaskId id, String why);
}
