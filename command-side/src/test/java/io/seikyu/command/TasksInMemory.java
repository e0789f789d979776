package io.seikyu.command;

import io.seikyu.command.task.NewTask;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.id.TaskId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Tasks that nobody else looks at: enough for a test of one aggregate. */
public final class TasksInMemory implements Tasks {
    private final Map<TaskId, NewTask> opened = new LinkedHashMap<>();
    private final Map<TaskId, String> ended = new LinkedHashMap<>();

    @Override
    public void open(NewTask task) {
        opened.putIfAbsent(task.id(), task);
    }

    @Override
    public void openAgain(NewTask task) {
        if (ended.containsKey(task.id())) {
            ended.remove(task.id());
        }
        open(task);
    }

    @Override
    public void complete(TaskId id, String outcome) {
        end(id, outcome);
    }

    @Override
    public void close(TaskId id, String why) {
        end(id, why);
    }

    private void end(TaskId id, String how) {
        if (opened.containsKey(id)) {
            ended.putIfAbsent(id, how);
        }
    }

    public NewTask of(String id) {
        return of(new TaskId("acme", id));
    }

    public NewTask of(TaskId id) {
        return opened.get(id);
    }

    /** How it ended, or null. */
    public String endOf(String id) {
        return ended.get(new TaskId("acme", id));
    }

    /** The ids of those that wait. */
    public Set<String> waiting() {
        Set<String> waiting = new LinkedHashSet<>();
        opened.keySet().stream().filter(id -> !ended.containsKey(id)).forEach(id -> waiting.add(id.value()));
        return waiting;
    }
}
