package io.seikyu.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.seikyu.eventlog.EventLog.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine of the log keeps. An engine's test extends this and says how its log is opened. */
public abstract class EventLogContract {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String INVOICE = "acme/invoice/1";

    protected final MovableClock clock = new MovableClock(Instant.parse("2026-05-01T00:00:00Z"));
    protected EventLog log;

    @TempDir
    protected Path directory;

    /** Opens this test's log; once it is closed, opens the same one again. */
    protected abstract EventLog open(Clock clock);

    /** Opens a second, empty log beside it. The test closes it. */
    protected abstract EventLog openAnother(Clock clock);

    /** How many commits each of the 16 writers of the long test makes. */
    protected int commitsPerWriter() {
        return Integer.getInteger("seikyu.commits", 2_000);
    }

    @BeforeEach
    void openTheLog() {
        log = open(clock);
    }

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    private void reopen() {
        log.close();
        log = open(clock);
    }

    // --- positions, streams, chain

    @Test
    void anEmptyLogHasNoHead() {
        assertThat(log.head()).isEqualTo(-1);
        assertThat(log.read(0, 10)).isEmpty();
        assertThat(log.readStream(INVOICE, 0, 10)).isEmpty();
        assertThat(log.lastSequence(INVOICE)).isEmpty();
        assertThat(log.hashAt(0)).isEmpty();
        assertThat(log.findIndexFault(0, -1)).isEmpty();
    }

    @Test
    void positionsNumberEventsWithoutGapsFromZero() {
        StoredCommit first = log.append(Commits.run(INVOICE, 0, 3));
        StoredCommit second = log.append(Commits.run(INVOICE, 3, 2));

        assertThat(first.firstPosition()).isZero();
        assertThat(first.lastPosition()).isEqualTo(2);
        assertThat(second.firstPosition()).isEqualTo(3);
        assertThat(log.head()).isEqualTo(4);
    }

    @Test
    void whatWasAppendedIsReadBackByteForByte() {
        NewCommit commit = Commits.of("acme")
                .event(Commits.anEvent("event-1", INVOICE, 0, "{\"total\":\"110000\",\"note\":\"請求書\"}"))
                .looseEvent()
                .claim("number/請-7")
                .build();

        StoredCommit stored = log.append(commit);

        assertSame(log.read(0, 10), List.of(stored));
        assertThat(CommitCodec.encode(0, stored.recordedAt(), commit)).isEqualTo(stored.body());
    }

    @Test
    void readingBeginsWithTheCommitThatHoldsThePosition() {
        StoredCommit first = log.append(Commits.run(INVOICE, 0, 5));
        StoredCommit second = log.append(Commits.run(INVOICE, 5, 5));

        assertSame(log.read(3, 100), List.of(first, second));
        assertSame(log.read(5, 100), List.of(second));
        assertSame(log.read(9, 100), List.of(second));
        assertThat(log.read(10, 100)).isEmpty();
    }

    @Test
    void readingStopsAfterTheCommitThatReachesTheNumberOfEvents() {
        StoredCommit first = log.append(Commits.run(INVOICE, 0, 5));
        StoredCommit second = log.append(Commits.run(INVOICE, 5, 5));
        log.append(Commits.run(INVOICE, 10, 5));

        assertSame(log.read(0, 1), List.of(first));
        assertSame(log.read(0, 5), List.of(first));
        assertSame(log.read(0, 6), List.of(first, second));
    }

    @Test
    void aCommitTouchesSeveralStreamsOfItsTenant() {
        log.append(Commits.of("acme")
                .event(INVOICE, 0)
                .event("acme/account/9", 0)
                .event(INVOICE, 1)
                .build());

        assertThat(log.readStream(INVOICE, 0, 10))
                .extracting(StoredEvent::position)
                .containsExactly(0L, 2L);
        assertThat(log.readStream("acme/account/9", 0, 10))
                .extracting(StoredEvent::position)
                .containsExactly(1L);
    }

    @Test
    void aStreamIsReadFromASequenceAndInPortions() {
        log.append(Commits.run(INVOICE, 0, 4));
        log.append(Commits.run("acme/invoice/10", 0, 3));
        log.append(Commits.run(INVOICE, 4, 4));

        assertThat(sequences(log.readStream(INVOICE, 0, 100))).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(sequences(log.readStream(INVOICE, 3, 3))).containsExactly(3L, 4L, 5L);
        assertThat(log.readStream(INVOICE, 8, 100)).isEmpty();
        assertThat(log.lastSequence(INVOICE)).isEqualTo(OptionalLong.of(7));
        assertThat(log.lastSequence("acme/invoice")).isEmpty();
    }

    @Test
    void aLongStreamOfSingleCommitsIsReadWhole() {
        List<NewCommit> commits = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            commits.add(Commits.single(INVOICE, i));
            commits.add(Commits.single("acme/invoice/other-" + i, 0));
        }
        assertThat(log.appendAll(commits)).allMatch(Outcome.Stored.class::isInstance);

        List<StoredEvent> events = log.readStream(INVOICE, 0, Integer.MAX_VALUE);

        assertThat(sequences(events)).hasSize(700).isSorted();
        assertThat(events).extracting(StoredEvent::position).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void everyHashCoversTheOneBefore() {
        StoredCommit first = log.append(Commits.single(INVOICE, 0));
        StoredCommit second = log.append(Commits.run(INVOICE, 1, 2));

        assertThat(first.hash()).isEqualTo(CommitCodec.hash(CommitCodec.beforeTheFirst(), first.body()));
        assertThat(second.hash()).isEqualTo(CommitCodec.hash(first.hash(), second.body()));
        assertThat(log.hashAt(0)).hasValueSatisfying(hash -> assertThat(hash).isEqualTo(first.hash()));
        assertThat(log.hashAt(2)).hasValueSatisfying(hash -> assertThat(hash).isEqualTo(second.hash()));
        assertThat(log.hashAt(3)).isEmpty();
        assertThat(log.hashAt(-1)).isEmpty();
    }

    // --- what is refused

    @Test
    void aTakenSequenceIsRefusedAndNothingOfTheCommitIsStored() {
        log.append(Commits.single(INVOICE, 0));
        NewCommit late = Commits.of("acme")
                .event("acme/account/9", 0)
                .event(INVOICE, 0)
                .claim("number/7")
                .build();

        KeyClaimedException refusal = refusal(late);

        assertThat(refusal.kind()).isEqualTo(KeyClaimedException.Kind.SEQUENCE);
        assertThat(refusal.key()).isEqualTo(INVOICE + "/0");
        assertThat(refusal).hasMessageContaining(INVOICE + "/0");
        assertThat(log.head()).isZero();
        assertThat(log.readStream("acme/account/9", 0, 1)).isEmpty();
        assertThat(log.holderOf("number/7")).isEmpty();
        assertThat(log.find(late.id())).isEmpty();
    }

    @Test
    void aTakenEventIdIsRefused() {
        log.append(Commits.of("acme")
                .event(Commits.anEvent("event-1", INVOICE, 0, "{}"))
                .build());

        KeyClaimedException refusal = refusal(Commits.of("acme")
                .event(Commits.anEvent("event-1", INVOICE, 1, "{}"))
                .build());

        assertThat(refusal.kind()).isEqualTo(KeyClaimedException.Kind.EVENT_ID);
        assertThat(refusal.key()).isEqualTo("event-1");
    }

    @Test
    void aTakenClaimIsRefusedAndItsHolderIsKnown() {
        log.append(Commits.single(INVOICE, 0));
        log.append(Commits.of("acme").event(INVOICE, 1).claim("number/7").build());

        KeyClaimedException refusal =
                refusal(Commits.of("acme").event(INVOICE, 2).claim("number/7").build());

        assertThat(refusal.kind()).isEqualTo(KeyClaimedException.Kind.CLAIM);
        assertThat(refusal.key()).isEqualTo("number/7");
        assertThat(log.holderOf("number/7")).isEqualTo(OptionalLong.of(1));
        assertThat(log.holderOf("number/8")).isEmpty();
    }

    @Test
    void theSameCommitIsNotStoredTwice() {
        UUID id = UUID.randomUUID();
        log.append(Commits.of("acme").id(id).looseEvent().build());

        KeyClaimedException refusal =
                refusal(Commits.of("acme").id(id).looseEvent().build());

        assertThat(refusal.kind()).isEqualTo(KeyClaimedException.Kind.COMMIT_ID);
        assertThat(log.head()).isZero();
    }

    @Test
    void aGapInAStreamIsRefused() {
        log.append(Commits.single(INVOICE, 0));

        assertThatThrownBy(() -> log.append(Commits.single(INVOICE, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(INVOICE + "/1");
        assertThatThrownBy(() -> log.append(
                        Commits.of("acme").event(INVOICE, 1).event(INVOICE, 3).build()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log.head()).isZero();
    }

    @Test
    void aCommitThatClaimsAKeyTwiceIsRefused() {
        assertThatThrownBy(() -> log.append(Commits.of("acme")
                        .event(Commits.anEvent("same", INVOICE, 0, "{}"))
                        .event(Commits.anEvent("same", INVOICE, 1, "{}"))
                        .build()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log.head()).isEqualTo(-1);
    }

    @Test
    void aCommitThatIsTooLargeIsRefused() {
        NewCommit large = Commits.of("acme")
                .event(Commits.anEvent("large", INVOICE, 0, "x".repeat(PreparedCommit.MAX_BYTES)))
                .build();

        assertThatThrownBy(() -> log.append(large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bytes");
        assertThat(log.head()).isEqualTo(-1);
    }

    @Test
    void aCommitNearlyTooLargeIsTaken() {
        NewCommit large = Commits.of("acme")
                .event(Commits.anEvent("large", INVOICE, 0, "x".repeat(PreparedCommit.MAX_BYTES - 1000)))
                .build();

        StoredCommit stored = log.append(large);

        assertSame(log.read(0, 1), List.of(stored));
    }

    @Test
    void inABatchARefusedCommitRefusesOnlyItself() {
        List<Outcome> outcomes = log.appendAll(List.of(
                Commits.of("acme").event(INVOICE, 0).claim("number/7").build(),
                Commits.of("acme").event("acme/invoice/2", 0).claim("number/7").build(),
                Commits.single(INVOICE, 1),
                Commits.single("acme/invoice/2", 1),
                Commits.single("acme/invoice/3", 0)));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Stored.class);
        assertThat(((Outcome.Refused) outcomes.get(1)).why()).isInstanceOf(KeyClaimedException.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Stored.class);
        assertThat(((Outcome.Refused) outcomes.get(3)).why()).isInstanceOf(IllegalArgumentException.class);
        assertThat(outcomes.get(4)).isInstanceOf(Outcome.Stored.class);
        assertThat(log.head()).isEqualTo(2);
        assertThat(log.readStream("acme/invoice/2", 0, 10)).isEmpty();
    }

    @Test
    void inABatchAWrongCommitRefusesOnlyItself() {
        List<Outcome> outcomes = log.appendAll(
                List.of(Commits.of("acme").event(INVOICE, 0).event(INVOICE, 0).build(), Commits.single(INVOICE, 0)));

        assertThat(((Outcome.Refused) outcomes.get(0)).why()).isInstanceOf(IllegalArgumentException.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Stored.class);
    }

    // --- time

    @Test
    void aCommitIsRecordedAtTheClocksTime() {
        assertThat(log.append(Commits.single(INVOICE, 0)).recordedAt()).isEqualTo(clock.instant());
    }

    @Test
    void recordedTimeNeverGoesBackWhenTheClockIsSetBackAnHour() {
        Instant before = log.append(Commits.single(INVOICE, 0)).recordedAt();

        clock.move(Duration.ofHours(-1));
        Instant after = log.append(Commits.single(INVOICE, 1)).recordedAt();
        reopen();
        Instant afterReopening = log.append(Commits.single(INVOICE, 2)).recordedAt();
        clock.move(Duration.ofHours(2));
        Instant later = log.append(Commits.single(INVOICE, 3)).recordedAt();

        assertThat(after).isEqualTo(before);
        assertThat(afterReopening).isEqualTo(before);
        assertThat(later).isEqualTo(before.plus(Duration.ofHours(1)));
        assertThat(sequences(log.readStream(INVOICE, 0, 10))).containsExactly(0L, 1L, 2L, 3L);
    }

    // --- what is kept

    @Test
    void everythingIsThereAfterReopening() {
        UUID id = log.id();
        StoredCommit first = log.append(
                Commits.of("acme").event(INVOICE, 0).claim("number/7").build());
        log.storeSnapshot(Commits.anEvent(INVOICE, 0));

        reopen();
        StoredCommit second = log.append(Commits.single(INVOICE, 1));

        assertThat(log.id()).isEqualTo(id);
        assertSame(log.read(0, 10), List.of(first, second));
        assertThat(second.hash()).isEqualTo(CommitCodec.hash(first.hash(), second.body()));
        assertThat(log.holderOf("number/7")).isEqualTo(OptionalLong.of(0));
        assertThat(log.snapshot(INVOICE)).isPresent();
        assertThat(log.findIndexFault(0, log.head())).isEmpty();
    }

    @Test
    void aCommitIsFoundByItsId() {
        StoredCommit stored = log.append(Commits.run(INVOICE, 0, 2));

        assertSame(log.find(stored.commit().id()).stream().toList(), List.of(stored));
        assertThat(log.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void theSnapshotWithTheHighestSequenceIsKept() {
        assertThat(log.snapshot(INVOICE)).isEmpty();

        log.storeSnapshot(Commits.anEvent(INVOICE, 1));
        log.storeSnapshot(Commits.anEvent(INVOICE, 3));
        log.storeSnapshot(Commits.anEvent(INVOICE, 2));
        NewEvent again = Commits.anEvent("again", INVOICE, 3, "{}");
        log.storeSnapshot(again);

        assertThat(log.snapshot(INVOICE)).map(NewEvent::id).contains("again");
        assertThat(log.snapshot("acme/invoice/2")).isEmpty();
        assertThat(log.head()).isEqualTo(-1);
    }

    // --- news

    @Test
    void aListenerHearsThatTheHeadHasMoved() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        try (EventLog.Registration ignored = log.onNews(() -> {
            if (log.head() == 0) {
                heard.countDown();
            }
        })) {
            assertThat(ignored).isNotNull();
            log.append(Commits.single(INVOICE, 0));
            assertThat(heard.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aListenerThatEndedHearsNoMore() {
        AtomicInteger heard = new AtomicInteger();
        log.onNews(heard::incrementAndGet).close();

        log.append(Commits.single(INVOICE, 0));

        assertThat(heard).hasValue(0);
    }

    @Test
    void aListenerThatFailsHindersNobody() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        log.onNews(() -> {
            throw new WithoutTrace();
        });
        log.onNews(heard::countDown);

        log.append(Commits.single(INVOICE, 0));

        assertThat(heard.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void awaitingAPositionEndsWhenItIsReached() throws Exception {
        assertThat(log.await(0, Duration.ofMillis(1))).isFalse();
        Thread writer = new Thread(() -> log.append(Commits.run(INVOICE, 0, 2)));
        writer.start();

        assertThat(log.await(1, LONG)).isTrue();

        writer.join();
        assertThat(log.await(1, Duration.ZERO)).isTrue();
        assertThat(log.await(-1, Duration.ZERO)).isTrue();
    }

    // --- copies

    @Test
    void commitsAreRestoredIntoAnotherLogWithTheSameHashes() {
        log.append(Commits.of("acme").event(INVOICE, 0).claim("number/7").build());
        clock.move(Duration.ofHours(1));
        log.append(Commits.run(INVOICE, 1, 3));
        List<StoredCommit> commits = log.read(0, 100);
        clock.move(Duration.ofDays(9));

        try (EventLog copy = openAnother(clock)) {
            copy.restore(commits.subList(0, 1));
            copy.restore(commits.subList(1, 2));

            assertSame(copy.read(0, 100), commits);
            assertThat(copy.holderOf("number/7")).isEqualTo(OptionalLong.of(0));
            assertThat(copy.lastSequence(INVOICE)).isEqualTo(OptionalLong.of(3));
            assertThat(copy.findIndexFault(0, copy.head())).isEmpty();
            StoredCommit next = copy.append(Commits.single(INVOICE, 4));
            assertThat(next.hash()).isEqualTo(CommitCodec.hash(commits.get(1).hash(), next.body()));
        }
    }

    @Test
    void commitsThatDoNotContinueTheChainAreNotRestored() {
        log.append(Commits.single(INVOICE, 0));
        log.append(Commits.single(INVOICE, 1));
        List<StoredCommit> commits = log.read(0, 100);
        StoredCommit second = commits.get(1);
        StoredCommit forged =
                new StoredCommit(1, second.recordedAt(), Commits.single(INVOICE, 1), second.body(), second.hash());

        try (EventLog copy = openAnother(clock)) {
            assertThatThrownBy(() -> copy.restore(commits.subList(1, 2))).isInstanceOf(LogDamagedException.class);
            assertThatThrownBy(() -> copy.restore(List.of(commits.get(0), forged)))
                    .isInstanceOf(LogDamagedException.class);
            assertThat(copy.head()).isEqualTo(-1);
            assertThat(copy.read(0, 10)).isEmpty();
        }
    }

    @Test
    void aChainThatClaimsAKeyTwiceIsNotRestored() {
        StoredCommit first = PreparedCommit.of(
                        Commits.of("acme").looseEvent().claim("number/7").build())
                .at(0, clock.instant(), CommitCodec.beforeTheFirst());
        StoredCommit second = PreparedCommit.of(
                        Commits.of("acme").looseEvent().claim("number/7").build())
                .at(1, clock.instant(), first.hash());

        assertThatThrownBy(() -> log.restore(List.of(first, second))).isInstanceOf(LogDamagedException.class);
        assertThat(log.head()).isEqualTo(-1);
    }

    @Test
    void anEmptyLogTakesTheIdOfTheOneItIsToCopy() {
        UUID original = UUID.randomUUID();

        log.adopt(original);
        reopen();

        assertThat(log.id()).isEqualTo(original);
    }

    @Test
    void aLogThatHoldsCommitsKeepsItsId() {
        UUID id = log.id();
        log.append(Commits.single(INVOICE, 0));

        assertThatThrownBy(() -> log.adopt(UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
        assertThat(log.id()).isEqualTo(id);
    }

    // --- many at once

    @Test
    void writersOfOneStreamNeverBothWin() throws Exception {
        int rounds = 50;
        AtomicInteger stored = new AtomicInteger();
        Crowd.of(4, writer -> {
            for (int sequence = 0; sequence < rounds; sequence++) {
                try {
                    log.append(Commits.single(INVOICE, sequence));
                    stored.incrementAndGet();
                } catch (KeyClaimedException e) {
                    assertThat(e.kind()).isEqualTo(KeyClaimedException.Kind.SEQUENCE);
                }
            }
        });

        assertThat(stored).hasValue(rounds);
        assertThat(log.head()).isEqualTo(rounds - 1);
    }

    @Test
    void sixteenWritersAndReadersThatTailSeeEveryEventOnceAndInOrder() throws Exception {
        int writers = 16;
        int each = commitsPerWriter();
        List<TailingReader> readers =
                List.of(new TailingReader(log, 1), new TailingReader(log, 7), new TailingReader(log, 500));
        readers.forEach(Thread::start);

        Crowd.of(writers, writer -> {
            String stream = "acme/invoice/writer-" + writer;
            for (int i = 0; i < each; i++) {
                log.append(Commits.of("acme")
                        .event(stream, 2L * i)
                        .event(stream, 2L * i + 1)
                        .build());
            }
        });
        for (TailingReader reader : readers) {
            reader.finish(log.head());
        }

        assertThat(log.head()).isEqualTo(2L * writers * each - 1);
        for (TailingReader reader : readers) {
            assertThat(reader.fault()).isEqualTo(Optional.empty());
            assertThat(reader.seen()).isEqualTo(2L * writers * each);
        }
        for (int writer = 0; writer < writers; writer++) {
            assertThat(log.lastSequence("acme/invoice/writer-" + writer)).isEqualTo(OptionalLong.of(2L * each - 1));
        }
        assertThat(log.findIndexFault(0, log.head())).isEmpty();
    }

    @Test
    void anInterruptedWriterStillLearnsTheOutcome() {
        Thread.currentThread().interrupt();
        try {
            assertThat(log.append(Commits.single(INVOICE, 0)).firstPosition()).isZero();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    private KeyClaimedException refusal(NewCommit commit) {
        return catchThrowableOfType(KeyClaimedException.class, () -> log.append(commit));
    }

    private static List<Long> sequences(List<StoredEvent> events) {
        return events.stream().map(event -> event.event().sequence()).toList();
    }

    /** Commits hold arrays, so they are compared by their bytes. */
    protected static void assertSame(List<StoredCommit> actual, List<StoredCommit> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i).firstPosition()).isEqualTo(expected.get(i).firstPosition());
            assertThat(actual.get(i).recordedAt()).isEqualTo(expected.get(i).recordedAt());
            assertThat(actual.get(i).body()).isEqualTo(expected.get(i).body());
            assertThat(actual.get(i).hash()).isEqualTo(expected.get(i).hash());
            assertThat(CommitCodec.encode(
                            actual.get(i).firstPosition(),
                            actual.get(i).recordedAt(),
                            actual.get(i).commit()))
                    .isEqualTo(expected.get(i).body());
        }
    }

    private static final class WithoutTrace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WithoutTrace() {
            super("this listener fails on purpose", null, false, false);
        }
    }
}
