package io.seikyu.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.eventlog.EventLog.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTest {
    /** Keeps what it is given, and stops inside a write while the gate is closed. */
    private static final class Store implements GroupCommit.Writer {
        private final List<List<PreparedCommit>> batches = new ArrayList<>();
        private final List<Thread> leaders = new ArrayList<>();
        private final AtomicBoolean inside = new AtomicBoolean();
        private final CountDownLatch entered = new CountDownLatch(1);
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile RuntimeException failure;
        private long next;

        @Override
        public List<Outcome> write(List<PreparedCommit> batch) {
            assertThat(inside.compareAndSet(false, true))
                    .as("nobody else writes")
                    .isTrue();
            try {
                batches.add(batch);
                leaders.add(Thread.currentThread());
                entered.countDown();
                gate.await();
                if (failure != null) {
                    throw failure;
                }
                return batch.stream().map(this::store).toList();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                inside.set(false);
            }
        }

        private Outcome store(PreparedCommit commit) {
            return new Outcome.Stored(commit.at(next++, Instant.EPOCH, CommitCodec.beforeTheFirst()));
        }
    }

    private final Store store = new Store();
    private final AtomicInteger told = new AtomicInteger();
    private final GroupCommit group = new GroupCommit(store, told::incrementAndGet);

    @Test
    void aLoneWriterNeverChangesThreads() {
        group.append(loose());
        group.append(loose());

        assertThat(store.leaders).containsOnly(Thread.currentThread());
        assertThat(store.batches).extracting(List::size).containsExactly(1, 1);
    }

    @Test
    void whatComesDuringAWriteIsWrittenAsOneBatch() throws Exception {
        store.gate = new CountDownLatch(1);
        Queue<Long> positions = new ConcurrentLinkedQueue<>();
        List<Thread> writers =
                start(9, () -> positions.add(group.append(loose()).firstPosition()));

        letThrough(8);
        join(writers);

        assertThat(store.batches).extracting(List::size).containsExactly(1, 8);
        assertThat(positions).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void theLeadIsHandedToOneWhoWaits() throws Exception {
        store.gate = new CountDownLatch(1);
        List<Thread> writers = start(3, () -> group.append(loose()));

        letThrough(2);
        join(writers);

        assertThat(store.leaders).doesNotHaveDuplicates().isSubsetOf(writers);
    }

    @Test
    void everyCallerOfAFailedWriteIsToldClearly() throws Exception {
        store.gate = new CountDownLatch(1);
        store.failure = new LogUnavailableException("the disk is full", null, false);
        Queue<LogUnavailableException> failures = new ConcurrentLinkedQueue<>();
        List<Thread> writers = start(5, () -> {
            try {
                group.append(loose());
            } catch (LogUnavailableException e) {
                failures.add(e);
            }
        });

        letThrough(4);
        join(writers);

        assertThat(failures).hasSize(5).allSatisfy(e -> {
            assertThat(e).hasMessage("the disk is full");
            assertThat(e.outcomeUnknown()).isFalse();
        });
        store.failure = null;
        assertThat(group.append(loose()).firstPosition()).isZero();
    }

    @Test
    void anUnexpectedFailureLeavesTheOutcomeUnknownAndNobodyWaiting() {
        store.failure = new IllegalStateException("broken");

        assertThatThrownBy(() -> group.append(loose()))
                .isInstanceOfSatisfying(
                        LogUnavailableException.class,
                        e -> assertThat(e.outcomeUnknown()).isTrue());
    }

    @Test
    void manyCommitsAreSplitIntoSeveralWritesInOrder() {
        List<NewCommit> commits = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            commits.add(loose());
        }

        List<Outcome> outcomes = group.appendAll(commits);

        assertThat(store.batches).extracting(List::size).containsExactly(1024, 1024, 452);
        for (int i = 0; i < commits.size(); i++) {
            assertThat(((Outcome.Stored) outcomes.get(i)).commit().commit()).isSameAs(commits.get(i));
        }
    }

    @Test
    void largeCommitsAreSplitByTheirBytes() {
        String large = "x".repeat(3 * 1024 * 1024);
        List<NewCommit> commits = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            commits.add(Commits.of("acme")
                    .event(Commits.anEvent("event-" + i, null, -1, large))
                    .build());
        }

        group.appendAll(commits);

        assertThat(store.batches).extracting(List::size).containsExactly(2, 2, 1);
    }

    @Test
    void aTaskRunsWhileNothingIsWritten() throws Exception {
        List<Thread> writers = start(4, () -> {
            for (int i = 0; i < 500; i++) {
                group.append(loose());
            }
        });
        for (int i = 0; i < 200; i++) {
            group.alone(() -> assertThat(store.inside).isFalse());
        }
        join(writers);

        assertThat(store.next).isEqualTo(2_000);
    }

    @Test
    void aFailedTaskFailsItsCaller() {
        assertThatThrownBy(() -> group.alone(() -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        group.append(loose());
    }

    @Test
    void newsIsToldAfterEveryWrite() {
        group.append(loose());
        group.append(loose());

        assertThat(told).hasValue(2);
    }

    @Test
    void nobodyIsForgottenUnderLoad() throws Exception {
        Queue<Long> positions = new ConcurrentLinkedQueue<>();
        Crowd.of(16, writer -> {
            for (int i = 0; i < 2_000; i++) {
                positions.add(group.append(loose()).firstPosition());
            }
        });

        assertThat(positions).hasSize(32_000).doesNotHaveDuplicates();
    }

    private static NewCommit loose() {
        return Commits.of("acme").looseEvent().build();
    }

    private static List<Thread> start(int count, Runnable work) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(work, "writer-" + i);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    /** Opens the gate when one is inside and {@code waiting} others are parked behind it. */
    private void letThrough(int waiting) throws InterruptedException {
        store.entered.await();
        while (group.waiting() < waiting) {
            Thread.sleep(1);
        }
        store.gate.countDown();
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
