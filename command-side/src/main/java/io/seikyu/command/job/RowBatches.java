package io.seikyu.command.job;

import io.seikyu.command.job.JobInput.InputErasedException;
import io.seikyu.command.job.RowWork.Task;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.JobCommand;
import io.seikyu.contract.job.JobCommand.FailJob;
import io.seikyu.contract.job.JobCommand.RecordRows;
import io.seikyu.contract.job.RowFault;
import io.seikyu.contract.job.RowOutcome;
import io.seikyu.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works a job's next rows and tells what became of them. When the process dies in between, the batch is worked again and
 * each row finds what it did.
 */
final class RowBatches implements AutoCloseable {
    /** In whose name jobs are led; their rows are worked in the name of who handed them in. */
    static final String ACTOR = "jobs";

    private static final Logger LOG = LoggerFactory.getLogger(RowBatches.class);

    private static final int ROWS = 100;
    /** More than there are processors: most of a lane is waiting for the disk, and those that wait together wait once. */
    private static final int LANES_AT_ONCE = 8;

    private final Map<String, RowWork> works;
    private final JobInput input;
    private final OwnCommands commands;
    private final Map<JobId, InputReader> readers = new HashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(LANES_AT_ONCE, task -> {
        Thread thread = new Thread(task, "job-rows");
        thread.setDaemon(true);
        return thread;
    });

    RowBatches(List<RowWork> works, JobInput input, OwnCommands commands) {
        this.works = works.stream().collect(Collectors.toMap(RowWork::kind, Function.identity()));
        this.input = input;
        this.commands = commands;
    }

    /** @throws ProblemException when something it needs cannot be reached; it is worth trying again */
    void next(JobState job) {
        RowWork work = works.get(job.kind());
        if (work == null) {
            send(job, new FailJob(job.id(), "unknown-kind", "This version cannot work a job of kind " + job.kind()));
            return;
        }
        try {
            List<InputRow> rows = reader(job).behind((int) job.decided(), ROWS);
            if (rows.isEmpty()) {
                throw new InputErasedException();
            }
            send(job, new RecordRows(job.id(), decide(job, work, rows)));
        } catch (InputErasedException e) {
            send(job, new FailJob(job.id(), "input-lost", "What was sent cannot be read any more: send it again."));
        }
    }

    private InputReader reader(JobState job) {
        return readers.computeIfAbsent(job.id(), id -> new InputReader(input, id));
    }

    private List<RowOutcome> decide(JobState job, RowWork work, List<InputRow> rows) {
        List<CompletableFuture<Task>> read = rows.stream()
                .map(row -> CompletableFuture.supplyAsync(() -> prepared(job, work, row), threads))
                .toList();
        join(read);
        RowOutcome[] outcomes = new RowOutcome[rows.size()];
        Map<String, List<Runnable>> lanes = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            int place = i;
            Task task = read.get(i).join();
            if (task.last()) {
                work(lanes);
            }
            lanes.computeIfAbsent(task.lane(), lane -> new ArrayList<>())
                    .add(() -> outcomes[place] = decided(job, rows.get(place), task));
            if (task.last()) {
                work(lanes);
            }
        }
        work(lanes);
        return List.of(outcomes);
    }

    /** Those of one lane in their order, the lanes side by side. */
    private void work(Map<String, List<Runnable>> lanes) {
        join(lanes.values().stream()
                .map(lane -> CompletableFuture.runAsync(() -> lane.forEach(Runnable::run), threads))
                .toList());
        lanes.clear();
    }

    private static void join(List<? extends CompletableFuture<?>> running) {
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Task prepared(JobState job, RowWork work, InputRow row) {
        try {
            return work.prepare(job, row);
        } catch (ProblemException passing) {
            throw passing;
        } catch (RuntimeException e) {
            return new Task("", () -> failed(job, row, e));
        }
    }

    private static RowOutcome decided(JobState job, InputRow row, Task task) {
        try {
            return task.work().get();
        } catch (ProblemException passing) {
            throw passing;
        } catch (RuntimeException e) {
            return failed(job, row, e);
        }
    }

    /** A fault of ours is told of the row and does not stop the others. */
    private static RowOutcome failed(JobState job, InputRow row, RuntimeException why) {
        LOG.error("row {} of job {} failed", row.row(), job.id(), why);
        RowFault fault = new RowFault(
                "", "internal-error", "Something went wrong on our side; the program's log has the row's number.");
        return new RowOutcome(row.row(), row.source(), "FAILED", null, null, List.of(fault));
    }

    /** Tells of rows that were worked when the job was cancelled, or failed, before anybody could tell. */
    void settle(JobState job) {
        readers.remove(job.id());
        RowWork work = works.get(job.kind());
        if (work == null || job.decided() == job.total()) {
            return;
        }
        try {
            List<RowOutcome> outcomes = new ArrayList<>();
            int known = 0;
            for (InputRow row : new InputReader(input, job.id()).behind((int) job.decided(), ROWS)) {
                RowOutcome before = work.workedBefore(job, row);
                outcomes.add(
                        before != null
                                ? before
                                : new RowOutcome(row.row(), row.source(), "NOT_DONE", null, null, List.of()));
                known = before == null ? known : outcomes.size();
            }
            if (known > 0) {
                send(job, new RecordRows(job.id(), outcomes.subList(0, known)));
            }
        } catch (InputErasedException e) {
            LOG.debug("the input of {} is gone", job.id(), e);
        }
    }

    private void send(JobState job, JobCommand command) {
        commands.send(job.clientId(), ACTOR, job.correlationId(), command);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
