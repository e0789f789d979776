package io.seikyu.command.task;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.task.TaskCommand.ClaimTask;
import io.seikyu.contract.task.TaskCommand.CompleteTask;
import io.seikyu.contract.task.TaskCommand.ReleaseTask;
import io.seikyu.contract.task.TaskEvent.TaskClaimed;
import io.seikyu.contract.task.TaskEvent.TaskCompleted;
import io.seikyu.contract.task.TaskEvent.TaskOpened;
import io.seikyu.contract.task.TaskEvent.TaskReleased;
import io.seikyu.contract.task.TaskEvent.TaskVoided;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/**
 * Something a person has to do (要対応). One person at a time has it; it ends when somebody did it, when what it asks for
 * was decided, or when nothing is left to do.
 */
public class Task {
    @AggregateIdentifier
    private String id;

    private TaskState state;

    Task() {}

    public Task(TaskState state) {
        this.id = state.id().toString();
        this.state = state;
    }

    /** To be called where an aggregate is made. */
    static Task opened(NewTask task) {
        Task opened = new Task();
        apply(new TaskOpened(
                task.id().tenant(),
                task.id().value(),
                task.kind(),
                task.about().toString(),
                task.payer() == null ? null : task.payer().value(),
                task.facts(),
                task.dueOn(),
                task.because()));
        return opened;
    }

    /** Taking what one has already says nothing new. */
    @CommandHandler
    TaskResult claim(ClaimTask command, TaskWorks works) {
        state.refuseUnlessFor(command.actor(), command.roles());
        Briefing briefing = works.of(state).map(work -> work.begin(state)).orElse(null);
        if (state.status() == TaskStatus.OPEN) {
            apply(new TaskClaimed(state.clientId(), state.taskId(), command.actor()));
        }
        return TaskResult.of(state, briefing);
    }

    /** Also by a colleague, because whoever has it may be away; the event says by whom. */
    @CommandHandler
    TaskResult release(ReleaseTask command) {
        state.refuseUnlessFor(state.assignee(), command.roles());
        if (state.status() == TaskStatus.CLAIMED) {
            apply(new TaskReleased(state.clientId(), state.taskId()));
        }
        return TaskResult.of(state, null);
    }

    @CommandHandler
    TaskResult complete(CompleteTask command) {
        state.refuseUnlessFor(command.actor(), command.roles());
        if (state.decision() != null) {
            throw Refusal.conflict("decided-elsewhere", "this task is done by deciding: " + state.decision());
        }
        apply(new TaskCompleted(state.clientId(), state.taskId(), command.outcome(), command.note(), state.subject()));
        return TaskResult.of(state, null);
    }

    void decided(String outcome) {
        apply(new TaskCompleted(state.clientId(), state.taskId(), outcome, null, state.subject()));
    }

    void overtaken(String why) {
        apply(new TaskVoided(state.clientId(), state.taskId(), why));
    }

    @EventSourcingHandler
    void on(TaskOpened event) {
        state = TaskState.of(event);
        id = state.id().toString();
    }

    @EventSourcingHandler
    void on(TaskClaimed event) {
        state = state.with(TaskStatus.CLAIMED, event.assignee());
    }

    @EventSourcingHandler
    void on(TaskReleased event) {
        state = state.with(TaskStatus.OPEN, null);
    }

    @EventSourcingHandler
    void on(TaskCompleted event) {
        state = state.with(TaskStatus.COMPLETED, state.assignee());
    }

    @EventSourcingHandler
    void on(TaskVoided event) {
        state = state.with(TaskStatus.VOIDED, state.assignee());
    }

    public TaskState state() {
        return state;
    }
}
