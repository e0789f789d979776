package io.seikyu.command.task;

import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.TaskId;
import java.util.function.Consumer;

/** The tasks of the repository, within the running unit of work. */
public final class StoredTasks implements Tasks {
    private final CachingRepository<Task, TaskState> tasks;

    public StoredTasks(CachingRepository<Task, TaskState> tasks) {
        this.tasks = tasks;
    }

    @Override
    public void open(NewTask task) {
        if (tasks.find(task.id().toString()).isEmpty()) {
            try {
                tasks.newInstance(() -> Task.opened(task));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void openAgain(NewTask task) {
        TaskId id = task.id();
        int times = 1;
        for (TaskStatus status = status(id); status == TaskStatus.VOIDED; status = status(id)) {
            times++;
            id = again(task.id(), times);
        }
        open(task.named(id));
    }

    private static TaskId again(TaskId id, int times) {
        return TaskId.of(id.tenant(), id.value(), times);
    }

    /** Null when there is none. */
    private TaskStatus status(TaskId id) {
        return tasks.find(id.toString()).map(task -> task.state().status()).orElse(null);
    }

    @Override
    public void complete(TaskId id, String outcome) {
        whenAlive(id, task -> task.decided(outcome));
    }

    @Override
    public void close(TaskId id, String why) {
        TaskId each = id;
        for (int times = 2; status(each) != null; times++) {
            whenAlive(each, task -> task.overtaken(why));
            each = again(id, times);
        }
    }

    private void whenAlive(TaskId id, Consumer<Task> end) {
        if (tasks.find(id.toString()).isPresent()) {
            tasks.load(id.toString()).execute(task -> {
                if (!task.state().status().hasEnded()) {
                    end.accept(task);
                }
            });
        }
    }
}
