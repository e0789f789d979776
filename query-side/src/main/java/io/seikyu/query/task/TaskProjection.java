package io.seikyu.query.task;

import io.seikyu.contract.id.Ids;
import io.seikyu.contract.task.TaskEvent.TaskClaimed;
import io.seikyu.contract.task.TaskEvent.TaskCompleted;
import io.seikyu.contract.task.TaskEvent.TaskOpened;
import io.seikyu.contract.task.TaskEvent.TaskReleased;
import io.seikyu.contract.task.TaskEvent.TaskVoided;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.query.task.TaskView.End;
import io.seikyu.query.task.TaskView.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people have to do (要対応), and what came of it. */
public final class TaskProjection implements Projection<TaskView> {
    static final String STATE = "state";
    static final String KIND = "kind";
    static final String ASSIGNEE = "assignee";
    static final String ABOUT = "about";
    static final String ACCOUNT = "accountId";
    static final String INTERNAL = "internal";

    private static final Folds<TaskView> FOLDS = new Folds<TaskView>()
            .startingWith(TaskOpened.class, TaskProjection::opened)
            .on(TaskClaimed.class, (view, event, recorded) -> view.claimed(event.assignee(), recorded.at()))
            .on(TaskReleased.class, (view, event, recorded) -> view.released())
            .on(
                    TaskCompleted.class,
                    (view, event, recorded) -> view.ended(
                            State.COMPLETED, new End(recorded.at(), recorded.actor(), event.outcome(), event.note())))
            .on(
                    TaskVoided.class,
                    (view, event, recorded) ->
                            view.ended(State.VOIDED, new End(recorded.at(), recorded.actor(), null, event.why())));

    @Override
    public String name() {
        return "task";
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public String streamType() {
        return "task";
    }

    @Override
    public Class<TaskView> view() {
        return TaskView.class;
    }

    @Override
    public Folds<TaskView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(TaskView view) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(STATE, view.state().name());
        fields.put(KIND, view.kind().name());
        fields.put(ASSIGNEE, view.assignee());
        fields.put(ABOUT, view.about());
        fields.put(ACCOUNT, view.accountId());
        fields.put(INTERNAL, Ids.isInternal(view.taskId()));
        return fields;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(STATE, KIND), List.of(ASSIGNEE), List.of(ABOUT), List.of(ACCOUNT));
    }

    private static TaskView opened(TaskOpened event, Recorded recorded) {
        return new TaskView(
                event.taskId(),
                event.clientId(),
                event.kind(),
                State.OPEN,
                event.about(),
                event.accountId(),
                event.facts(),
                event.dueOn(),
                event.openedBecause(),
                recorded.at(),
                event.kind().decision(event.about(), event.facts()).orElse(null),
                null,
                null,
                null);
    }
}
