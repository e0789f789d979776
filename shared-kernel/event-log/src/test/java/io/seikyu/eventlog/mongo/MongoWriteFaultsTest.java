package io.seikyu.eventlog.mongo;

import static io.seikyu.eventlog.mongo.FaultyWire.NONE;
import static io.seikyu.eventlog.mongo.FaultyWire.REPLY_LOST;
import static io.seikyu.eventlog.mongo.FaultyWire.REQUEST_LOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.seikyu.embedded.EmbeddedMongo;
import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.Crowd;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.EventLog.Outcome;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.mongo.FaultyWire.Fault;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Faults between the driver and the server. They need a server that nobody elects another for, so this test brings its
 * own whatever {@code SEIKYU_MONGODB_URI} says.
 */
class MongoWriteFaultsTest {
    private static final String INVOICE = "acme/invoice/1";
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static EmbeddedMongo mongo;
    private static MongoClient direct;

    private FaultyWire wire;
    private MongoClient throughTheWire;
    private MongoDatabase database;
    private EventLog log;
    private EventLog other;

    @BeforeAll
    static void startTheServer() {
        mongo = EmbeddedMongo.inMemory();
        direct = MongoClients.create(mongo.uri());
    }

    @AfterAll
    static void stopTheServer() {
        direct.close();
        mongo.close();
    }

    @BeforeEach
    void openTwoLogs() throws IOException {
        String name = "faults_" + UUID.randomUUID();
        wire = FaultyWire.before(mongo.uri());
        throughTheWire = MongoClients.create(wire.uri());
        database = direct.getDatabase(name);
        log = MongoEventLog.open(throughTheWire.getDatabase(name), Clock.systemUTC(), PATIENCE);
        other = MongoEventLog.open(database, Clock.systemUTC(), PATIENCE);
    }

    @AfterEach
    void closeThem() throws IOException {
        log.close();
        other.close();
        throughTheWire.close();
        wire.close();
    }

    @Test
    void aCommitWhoseAcknowledgementIsLostIsStoredOnce() {
        AtomicInteger lost = onceOn("insert", REPLY_LOST);

        StoredCommit stored = log.append(Commits.single(INVOICE, 0));

        assertThat(lost).hasValue(1);
        assertThat(stored.firstPosition()).isZero();
        assertWhole(1);
        assertThat(log.append(Commits.single(INVOICE, 1)).firstPosition()).isOne();
    }

    @Test
    void aCommitWhoseRequestIsLostIsSentAgain() {
        AtomicInteger lost = onceOn("insert", REQUEST_LOST);

        assertThat(log.append(Commits.single(INVOICE, 0)).firstPosition()).isZero();

        assertThat(lost).hasValue(1);
        assertWhole(1);
    }

    @Test
    void aCommitWhoseAcknowledgementNeverComesIsLookedFor() throws IOException {
        MongoDatabase samePlace = throughTheWire.getDatabase(database.getName());
        EventLog hasty = MongoEventLog.open(samePlace, Clock.systemUTC(), Duration.ofSeconds(2));
        AtomicInteger lost = onceOn("insert", (request, server) -> {
            server.answer(request);
            Pause.millis(30_000);
            return null;
        });

        assertThat(hasty.append(Commits.single(INVOICE, 0)).firstPosition()).isZero();

        assertThat(lost).hasValue(1);
        assertWhole(1);
    }

    @Test
    void aBatchWhoseAcknowledgementIsLostIsStoredOnceAndInOrder() {
        List<NewCommit> commits = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            commits.add(Commits.single(INVOICE, i));
        }
        onceOn("insert", REPLY_LOST);

        List<Outcome> outcomes = log.appendAll(commits);

        assertThat(outcomes).allMatch(Outcome.Stored.class::isInstance);
        assertWhole(50);
    }

    @Test
    void aStoredCommitIsFoundAlsoWhenAnotherProcessHasContinuedTheLog() {
        onceOn("insert", (request, server) -> {
            server.answer(request);
            other.append(Commits.run("acme/invoice/2", 0, 3));
            return null;
        });

        StoredCommit stored = log.append(Commits.single(INVOICE, 0));

        assertThat(stored.firstPosition()).isZero();
        assertThat(log.append(Commits.single(INVOICE, 1)).firstPosition()).isEqualTo(4);
        assertWhole(3);
    }

    @Test
    void aTailThatIsRolledBackIsWrittenAgainBehindTheOneThatTookItsPlace() {
        log.append(Commits.single(INVOICE, 0));
        onceOn("insert", (request, server) -> {
            WireMessage reply = server.answer(request);
            database.getCollection(CommitStore.NAME).deleteOne(Filters.eq("_id", 1L));
            other.append(Commits.run("acme/invoice/2", 0, 2));
            return WireReplies.withoutMajority(request, reply);
        });

        StoredCommit stored = log.append(Commits.single(INVOICE, 1));

        assertThat(stored.firstPosition()).isEqualTo(3);
        assertWhole(3);
    }

    @Test
    void aTailThatIsRolledBackAndWhoseSequenceAnotherTookIsRefused() {
        log.append(Commits.single(INVOICE, 0));
        onceOn("insert", (request, server) -> {
            WireMessage reply = server.answer(request);
            database.getCollection(CommitStore.NAME).deleteOne(Filters.eq("_id", 1L));
            other.append(Commits.single(INVOICE, 1));
            return WireReplies.withoutMajority(request, reply);
        });

        KeyClaimedException refusal =
                catchThrowableOfType(KeyClaimedException.class, () -> log.append(Commits.single(INVOICE, 1)));

        assertThat(refusal.kind()).isEqualTo(KeyClaimedException.Kind.SEQUENCE);
        assertWhole(2);
    }

    @Test
    void halfABatchThatIsRolledBackIsWrittenAgain() {
        onceOn("insert", (request, server) -> {
            WireMessage reply = server.answer(request);
            database.getCollection(CommitStore.NAME).deleteMany(Filters.in("_id", 2L, 3L, 4L));
            other.append(Commits.single("acme/invoice/2", 0));
            return WireReplies.withoutMajority(request, reply);
        });

        List<Outcome> outcomes = log.appendAll(List.of(
                Commits.single(INVOICE, 0),
                Commits.single(INVOICE, 1),
                Commits.single(INVOICE, 2),
                Commits.single(INVOICE, 3),
                Commits.single(INVOICE, 4)));

        assertThat(outcomes)
                .extracting(outcome -> ((Outcome.Stored) outcome).commit().firstPosition())
                .containsExactly(0L, 1L, 3L, 4L, 5L);
        assertWhole(6);
    }

    @Test
    void aPositionHeldByAWriteThatTheMajorityLacksIsWaitedFor() {
        other.append(Commits.single("acme/invoice/2", 0));
        AtomicInteger hidden = new AtomicInteger();
        wire.faults(request -> request.is("find", CommitStore.NAME) && hidden.getAndIncrement() < 12
                ? (asked, server) -> asked.reply(WireReplies.nothingFound())
                : NONE);

        StoredCommit stored = log.append(Commits.single(INVOICE, 0));

        assertThat(hidden).hasValueGreaterThan(12);
        assertThat(stored.firstPosition()).isOne();
        assertWhole(2);
    }

    @Test
    void aRequestThatArrivesLateStoresNothingTwice() throws IOException {
        AtomicReference<WireMessage> late = new AtomicReference<>();
        onceOn("insert", (request, server) -> {
            late.set(request);
            return null;
        });

        log.append(Commits.single(INVOICE, 0));
        other.append(Commits.single(INVOICE, 1));
        wire.faults(request -> {
            WireMessage held = late.getAndSet(null);
            return held == null
                    ? NONE
                    : (asked, server) -> {
                        server.answer(held);
                        return server.answer(asked);
                    };
        });
        log.append(Commits.single(INVOICE, 2));

        assertThat(late).hasValue(null);
        assertWhole(3);
    }

    @Test
    void aServerThatDiesWithTheCommitLeavesItsOutcomeUnknownAndItsIdTells() {
        NewCommit commit = Commits.single(INVOICE, 0);
        EventLog hasty = MongoEventLog.open(
                throughTheWire.getDatabase(database.getName()), Clock.systemUTC(), Duration.ofSeconds(1));
        onceOn("insert", (request, server) -> {
            server.answer(request);
            wire.down(true);
            return null;
        });

        LogUnavailableException failure =
                catchThrowableOfType(LogUnavailableException.class, () -> hasty.append(commit));
        wire.down(false);

        assertThat(failure.outcomeUnknown()).isTrue();
        assertThat(other.find(commit.id())).isPresent();
        assertThat(log.append(Commits.single(INVOICE, 1)).firstPosition()).isOne();
        assertWhole(2);
    }

    @Test
    void aLogWhoseServerIsAwayRefusesAndGoesOnWhenItIsBack() {
        EventLog hasty = MongoEventLog.open(
                throughTheWire.getDatabase(database.getName()), Clock.systemUTC(), Duration.ofSeconds(1));
        wire.down(true);

        assertThatThrownBy(() -> hasty.append(Commits.single(INVOICE, 0))).isInstanceOf(LogUnavailableException.class);
        assertThatThrownBy(hasty::head).isInstanceOf(LogUnavailableException.class);
        assertWhole(0);

        wire.down(false);
        assertThat(log.append(Commits.single(INVOICE, 0)).firstPosition()).isZero();
        assertThat(log.append(Commits.single(INVOICE, 1)).firstPosition()).isOne();
        assertWhole(2);
    }

    @Test
    void manyFaultsBesideAnotherWriterLoseAndDoubleNothing() throws Exception {
        int each = Integer.getInteger("seikyu.faults", 25);
        RandomFaults faults = new RandomFaults(7, 5);
        wire.faults(faults);
        Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();

        Crowd.of(6, number -> {
            EventLog mine = number < 4 ? log : other;
            for (int i = 0; i < each; i++) {
                StoredCommit stored = mine.append(Commits.run("acme/invoice/" + number, 2L * i, 2));
                acknowledged.put(stored.commit().id(), stored.firstPosition());
            }
        });

        assertThat(faults.happened()).isPositive();
        List<StoredCommit> commits = assertWhole(6 * each);
        assertThat(commits)
                .allSatisfy(commit ->
                        assertThat(acknowledged).containsEntry(commit.commit().id(), commit.firstPosition()));
    }

    /** Lets {@code fault} happen to the next such command on the commits, and counts it. */
    private AtomicInteger onceOn(String command, Fault fault) {
        AtomicInteger happened = new AtomicInteger();
        wire.faults(request -> request.is(command, CommitStore.NAME) && happened.compareAndSet(0, 1) ? fault : NONE);
        return happened;
    }

    /** Positions, chain and streams have no gap and no double, and the indexes fit. */
    private List<StoredCommit> assertWhole(int commits) {
        List<StoredCommit> all = other.read(0, Integer.MAX_VALUE);
        byte[] hash = CommitCodec.beforeTheFirst();
        long next = 0;
        for (StoredCommit commit : all) {
            assertThat(commit.firstPosition()).isEqualTo(next);
            assertThat(Arrays.equals(commit.hash(), CommitCodec.hash(hash, commit.body())))
                    .isTrue();
            hash = commit.hash();
            next = commit.lastPosition() + 1;
        }
        assertThat(all.size()).isEqualTo(commits);
        assertThat(all.stream().map(commit -> commit.commit().id()).distinct().count())
                .isEqualTo(commits);
        assertThat(other.findIndexFault(0, next - 1)).isEmpty();
        return all;
    }
}
