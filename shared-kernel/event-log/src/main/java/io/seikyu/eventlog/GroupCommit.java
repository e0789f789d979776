package io.seikyu.eventlog;

import io.seikyu.eventlog.EventLog.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets callers at the same time share one durable write. There is no thread of its own: a caller who finds the log free
 * leads, takes what waits, writes it as one batch, hands the lead to the first who came meanwhile, and then tells those
 * it wrote for. A lone writer never changes threads.
 */
public final class GroupCommit {
    private static final int MAX_COMMITS = 1024;
    private static final int MAX_BYTES = PreparedCommit.MAX_BYTES;

    /** Writes a batch durably, one outcome per commit. Never called by two threads at once. */
    @FunctionalInterface
    public interface Writer {
        /** @throws LogUnavailableException when the batch as a whole failed */
        List<Outcome> write(List<PreparedCommit> batch);
    }

    private final Writer writer;
    private final Runnable afterwards;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean led = new AtomicBoolean();

    /** @param afterwards called by the leader when its batch is acknowledged and the lead is handed on */
    public GroupCommit(Writer writer, Runnable afterwards) {
        this.writer = writer;
        this.afterwards = afterwards;
    }

    /**
     * Waits until the commit is durable or refused. An interrupt does not end the waiting; it is kept for the caller.
     *
     * @throws RuntimeException as {@link EventLog#append} says
     */
    public StoredCommit append(NewCommit commit) {
        Outcome outcome =
                enter(new Waiting(List.of(PreparedCommit.of(commit)), null)).get(0);
        if (outcome instanceof Outcome.Stored stored) {
            return stored.commit();
        }
        RuntimeException why = ((Outcome.Refused) outcome).why();
        if (why instanceof LogUnavailableException shared) {
            throw new LogUnavailableException(shared.getMessage(), shared, shared.outcomeUnknown());
        }
        throw why;
    }

    /**
     * Appends in order; other callers' commits may come in between when there are more than one write can take. A commit
     * that is wrong in itself is refused like one whose key is taken.
     */
    public List<Outcome> appendAll(List<NewCommit> commits) {
        Outcome[] outcomes = new Outcome[commits.size()];
        List<PreparedCommit> portion = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < outcomes.length; i++) {
            PreparedCommit prepared;
            try {
                prepared = PreparedCommit.of(commits.get(i));
            } catch (IllegalArgumentException e) {
                outcomes[i] = new Outcome.Refused(e);
                continue;
            }
            bytes += prepared.unplaced().length;
            if (portion.size() == MAX_COMMITS || bytes > MAX_BYTES) {
                append(portion, places, outcomes);
                bytes = prepared.unplaced().length;
            }
            portion.add(prepared);
            places.add(i);
        }
        append(portion, places, outcomes);
        return List.of(outcomes);
    }

    private void append(List<PreparedCommit> portion, List<Integer> places, Outcome[] outcomes) {
        if (!portion.isEmpty()) {
            List<Outcome> stored = enter(new Waiting(List.copyOf(portion), null));
            for (int i = 0; i < stored.size(); i++) {
                outcomes[places.get(i)] = stored.get(i);
            }
            portion.clear();
            places.clear();
        }
    }

    /** Runs {@code task} while nothing is written: in the caller's turn, by whoever leads then. */
    public void alone(Runnable task) {
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        enter(new Waiting(List.of(), () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                failure.set(e);
            }
        }));
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    /** How many callers wait that nobody has begun to write for. */
    int waiting() {
        return queue.size();
    }

    private List<Outcome> enter(Waiting mine) {
        boolean interrupted = Thread.interrupted();
        queue.add(mine);
        if (led.compareAndSet(false, true)) {
            lead();
        }
        while (mine.outcomes == null) {
            if (mine.leads) {
                mine.leads = false;
                lead();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.outcomes;
    }

    private void lead() {
        List<Waiting> turn = nextTurn();
        List<Outcome> outcomes = carryOut(turn);
        handOn();
        int from = 0;
        for (Waiting waiting : turn) {
            int to = from + waiting.commits.size();
            waiting.tell(outcomes.subList(from, to));
            from = to;
        }
        afterwards.run();
    }

    private void handOn() {
        Waiting next = queue.peek();
        while (next == null) {
            led.set(false);
            // whoever came between the look and the release saw the log taken, and waits
            if (queue.peek() == null || !led.compareAndSet(false, true)) {
                return;
            }
            next = queue.peek();
        }
        next.lead();
    }

    private List<Waiting> nextTurn() {
        List<Waiting> turn = new ArrayList<>();
        int commits = 0;
        long bytes = 0;
        for (Waiting next = queue.peek(); next != null; next = queue.peek()) {
            commits += next.commits.size();
            bytes += next.bytes;
            boolean fits = commits <= MAX_COMMITS && bytes <= MAX_BYTES && next.task == null;
            if (!turn.isEmpty() && !fits) {
                break;
            }
            turn.add(queue.remove());
            if (next.task != null) {
                break;
            }
        }
        return turn;
    }

    private List<Outcome> carryOut(List<Waiting> turn) {
        List<PreparedCommit> batch = new ArrayList<>();
        turn.forEach(waiting -> batch.addAll(waiting.commits));
        try {
            for (Waiting waiting : turn) {
                if (waiting.task != null) {
                    waiting.task.run();
                }
            }
            return batch.isEmpty() ? List.of() : outcomes(batch);
        } catch (Throwable e) {
            // nobody may be left waiting, whatever happened
            return Collections.nCopies(batch.size(), new Outcome.Refused(unavailable(e)));
        }
    }

    private List<Outcome> outcomes(List<PreparedCommit> batch) {
        List<Outcome> outcomes = writer.write(batch);
        if (outcomes.size() != batch.size()) {
            throw new IllegalStateException(outcomes.size() + " outcomes for " + batch.size() + " commits");
        }
        return outcomes;
    }

    private static RuntimeException unavailable(Throwable e) {
        if (e instanceof LogUnavailableException || e instanceof LogDamagedException) {
            return (RuntimeException) e;
        }
        return new LogUnavailableException("the log failed: " + e, e, true);
    }

    /** A caller in the queue, with the commits it brings or the task it wants run. */
    private static final class Waiting {
        private final List<PreparedCommit> commits;
        private final Runnable task;
        private final long bytes;
        private final Thread caller = Thread.currentThread();
        private volatile boolean leads;
        private volatile List<Outcome> outcomes;

        Waiting(List<PreparedCommit> commits, Runnable task) {
            this.commits = commits;
            this.task = task;
            this.bytes = commits.stream()
                    .mapToLong(commit -> commit.unplaced().length)
                    .sum();
        }

        void lead() {
            leads = true;
            LockSupport.unpark(caller);
        }

        void tell(List<Outcome> result) {
            outcomes = result;
            if (caller != Thread.currentThread()) {
                LockSupport.unpark(caller);
            }
        }
    }
}
