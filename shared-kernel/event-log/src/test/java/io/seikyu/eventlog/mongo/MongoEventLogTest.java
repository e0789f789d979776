package io.seikyu.eventlog.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.EventLogContract;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.proof.LogExport;
import io.seikyu.eventlog.proof.LogImport;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MongoEventLogTest extends EventLogContract {
    private final TestMongo mongo = TestMongo.fresh();
    private final TestMongo another = TestMongo.fresh();

    @AfterEach
    void dropTheDatabases() {
        mongo.close();
        another.close();
    }

    @Override
    protected EventLog open(Clock clock) {
        return MongoEventLog.open(mongo.database(), clock);
    }

    @Override
    protected EventLog openAnother(Clock clock) {
        return MongoEventLog.open(another.database(), clock);
    }

    /** Each is several commands over a socket. */
    @Override
    protected int commitsPerWriter() {
        return Integer.getInteger("seikyu.commits", 800);
    }

    @Test
    void aBackupIsAFileThatFillsAnEmptyLog() throws IOException {
        log.append(
                Commits.of("acme").event("acme/invoice/1", 0).claim("number/7").build());
        log.append(Commits.run("acme/invoice/1", 1, 3));

        log.backup(directory.resolve("backup"));

        try (EventLog copy = openAnother(clock);
                InputStream backup = Files.newInputStream(directory.resolve("backup/log.export"))) {
            LogImport.read(backup, copy, position -> {});
            assertThat(copy.id()).isEqualTo(log.id());
            assertSame(copy.read(0, 100), log.read(0, 100));
            assertThat(copy.findIndexFault(0, copy.head())).isEmpty();
        }
        assertThatThrownBy(() -> log.backup(directory.resolve("backup"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void anExportOfTheLogOnRocksDbKeepsItsIdPositionsTimesAndHashesHere() throws IOException {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        List<StoredCommit> original;
        UUID id;
        try (EventLog rocks = RocksEventLog.open(directory.resolve("rocks"), clock)) {
            for (int i = 0; i < 300; i++) {
                rocks.append(Commits.of("acme")
                        .event("acme/invoice/" + i % 7, i / 7)
                        .looseEvent()
                        .claim("number/" + i)
                        .build());
                clock.move(Duration.ofMillis(1));
            }
            LogExport.write(rocks, export, (positions, of) -> {});
            original = rocks.read(0, 1_000);
            id = rocks.id();
        }

        LogImport.read(new ByteArrayInputStream(export.toByteArray()), log, position -> {});

        assertThat(log.id()).isEqualTo(id);
        assertSame(log.read(0, 1_000), original);
        assertThat(log.lastSequence("acme/invoice/3")).hasValue(42);
        assertThat(log.findIndexFault(0, log.head())).isEmpty();
        log.append(Commits.single("acme/invoice/6", 42));
    }

    @Test
    void aSecondOpenLogSeesWhatTheFirstAppendsAndContinuesIt() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        try (EventLog second = open(clock);
                EventLog.Registration listening = second.onNews(heard::countDown)) {
            assertThat(listening).isNotNull();
            log.append(Commits.run("acme/invoice/1", 0, 3));

            assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(second.head()).isEqualTo(2);
            assertThat(second.id()).isEqualTo(log.id());
            assertThat(second.append(Commits.single("acme/invoice/1", 3)).firstPosition())
                    .isEqualTo(3);
        }
        assertThat(log.read(0, 10)).hasSize(2);
        assertThat(log.head()).isEqualTo(3);
    }

    @Test
    void whatASecondOpenLogHasClaimedIsRefusedHere() {
        try (EventLog second = open(clock)) {
            second.append(Commits.of("acme")
                    .event("acme/invoice/1", 0)
                    .claim("number/7")
                    .build());
        }

        assertThatThrownBy(() -> log.append(Commits.of("acme")
                        .event("acme/invoice/2", 0)
                        .claim("number/7")
                        .build()))
                .isInstanceOf(KeyClaimedException.class);
        assertThat(log.append(Commits.single("acme/invoice/1", 1)).firstPosition())
                .isOne();
    }

    @Test
    void aPositionIsFoundHoweverUnevenTheCommitsAre() {
        int[] sizes = {1, 1, 700, 1, 1, 1, 3, 1, 1, 1, 1, 1, 90, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 400, 2};
        for (int i = 0; i < sizes.length; i++) {
            log.append(Commits.run("acme/invoice/" + i, 0, sizes[i]));
        }
        long head = log.head();
        log.close();
        for (long position = 0; position <= head; position += 29) {
            long wanted = position;
            // a log that was just opened has seen nothing yet
            log = open(clock);
            assertThat(log.read(wanted, 1))
                    .singleElement()
                    .satisfies(commit -> assertThat(wanted).isBetween(commit.firstPosition(), commit.lastPosition()));
            log.close();
        }
    }

    @Test
    void theLastOfAStreamIsFoundInOneThatNobodyHasRead() {
        for (int last : new int[] {0, 1, 7, 8, 9, 100, 1_000}) {
            log.append(Commits.run("acme/invoice/" + last, 0, last + 1));
        }
        try (EventLog fresh = open(clock)) {
            for (int last : new int[] {0, 1, 7, 8, 9, 100, 1_000}) {
                assertThat(fresh.lastSequence("acme/invoice/" + last)).hasValue(last);
            }
            log.append(Commits.run("acme/invoice/0", 1, 300));
            assertThat(fresh.lastSequence("acme/invoice/0")).hasValue(300);
        }
    }

    @Test
    void aCommitWhoseKeysAreMoreThanADocumentHoldsIsRefusedAndWhatFollowsIt() {
        Commits many = Commits.of("acme");
        for (int i = 0; i < 200_000; i++) {
            many.claim("a claim of some length, so that the array of keys grows large/" + i);
        }

        assertThatThrownBy(() -> log.append(many.looseEvent().build())).isInstanceOf(IllegalArgumentException.class);
        assertThat(log.head()).isEqualTo(-1);
    }

    @Test
    void aClosedLogSaysSo() {
        log.append(Commits.single("acme/invoice/1", 0));
        log.close();

        assertThatThrownBy(() -> log.append(Commits.single("acme/invoice/1", 1)))
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> log.read(0, 1)).hasMessageContaining("closed");
        log.close();
    }
}
