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
    public void complete(TaskId id, String outcome) {
        whenAlive(id, task -> task.decided(outcome));
    }

    @Override
    public void close(TaskId id, String why) {
        whenAlive(id, task -> task.overtaken(why));
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
