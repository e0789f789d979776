package io.seikyu.eventlog.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.Crowd;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.proof.Checkpoints;
import io.seikyu.eventlog.proof.LogVerifier;
import io.seikyu.eventlog.rocksdb.journal.Journal;
import io.seikyu.eventlog.rocksdb.journal.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of 128 MiB that is filled. Needs the right to mount one. */
class DiskFullIT {
    private static final int MIB = 1024 * 1024;
    private static final String STREAM = "acme/invoice/1";

    @TempDir
    private Path directory;

    private Path disk;

    @BeforeEach
    void mountASmallDisk() throws Exception {
        disk = Files.createDirectory(directory.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=128m", "tmpfs", disk.toString()),
                "NOT TESTED: what happens when the disk is full. It takes the right to mount a tmpfs (root)");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void whenTheReserveIsReachedCommitsAreRefusedUntilThereIsRoom() throws Exception {
        try (RocksEventLog log = RocksEventLog.open(disk.resolve("log"), Clock.systemUTC(), 16 * MIB)) {
            log.append(Commits.single(STREAM, 0));
            Path ballast = fill(8 * MIB);

            assertThatThrownBy(() -> log.append(Commits.single(STREAM, 1)))
                    .isInstanceOfSatisfying(
                            LogUnavailableException.class,
                            e -> assertThat(e.outcomeUnknown()).isFalse())
                    .hasMessageContaining("is full");
            assertThat(log.readStream(STREAM, 0, 10)).hasSize(1);

            Files.delete(ballast);
            log.append(Commits.single(STREAM, 1));
            assertThat(log.readStream(STREAM, 0, 10)).hasSize(2);
        }
    }

    /** So little is written before that the database keeps all of it in memory and needs no room for tables. */
    @Test
    void whenTheJournalCannotGrowNothingIsAcknowledgedFalselyAndItGoesOnOnceThereIsRoom() throws Exception {
        Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<LogUnavailableException> failures = new ConcurrentLinkedQueue<>();
        try (RocksEventLog log = RocksEventLog.open(disk.resolve("log"), Clock.systemUTC(), 0)) {
            Path ballast = fill(3 * MIB);
            Crowd.of(4, writer -> {
                try {
                    for (int i = 0; i < 10_000; i++) {
                        NewCommit commit = large("acme/invoice/" + writer, i);
                        log.append(commit);
                        acknowledged.add(commit.id());
                    }
                } catch (LogUnavailableException e) {
                    failures.add(e);
                }
            });
            assertThat(failures).hasSize(4).allMatch(e -> e.getMessage().contains("No space") && !e.outcomeUnknown());
            goOn(log, ballast, acknowledged);
        }
        assertEverythingIsThereWhenItIsOpenedAgain(acknowledged);
    }

    /** The journal has its room; the tables find none. */
    @Test
    void whenTheDatabaseCannotWriteItsTablesNothingIsAcknowledgedFalselyAndItGoesOnOnceThereIsRoom() throws Exception {
        Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<LogUnavailableException> failures = new ConcurrentLinkedQueue<>();
        Sizes roomy = new Sizes(40 * MIB, 40 * MIB, 80 * MIB);
        Store store = new Store(disk.resolve("log"), Journal.disk(), roomy, Journal.housekeeper());
        try (RocksEventLog log = RocksEventLog.open(store, Clock.systemUTC(), new Room(disk, 0))) {
            Path ballast = fill(MIB);
            Crowd.of(4, writer -> {
                try {
                    for (int i = 0; i < 10_000; i++) {
                        NewCommit commit = incompressible("acme/invoice/" + writer, i);
                        log.append(commit);
                        acknowledged.add(commit.id());
                    }
                } catch (LogUnavailableException e) {
                    failures.add(e);
                }
            });
            assertThat(failures).hasSize(4).anyMatch(e -> e.getMessage().contains("No space") && e.outcomeUnknown());
            goOn(log, ballast, acknowledged);
        }
        assertEverythingIsThereWhenItIsOpenedAgain(acknowledged);
    }

    private void goOn(RocksEventLog log, Path ballast, Queue<UUID> acknowledged) throws IOException {
        assertThat(log.find(acknowledged.peek())).isPresent();
        Files.delete(ballast);
        NewCommit next = large("acme/invoice/next", 0);
        log.append(next);
        acknowledged.add(next.id());
        assertEverythingIsThere(log, acknowledged);
    }

    private void assertEverythingIsThereWhenItIsOpenedAgain(Queue<UUID> acknowledged) {
        try (RocksEventLog log = RocksEventLog.open(disk.resolve("log"), Clock.systemUTC(), 0)) {
            assertEverythingIsThere(log, acknowledged);
        }
    }

    private void assertEverythingIsThere(RocksEventLog log, Queue<UUID> acknowledged) {
        assertThat(acknowledged)
                .isNotEmpty()
                .allSatisfy(id -> assertThat(log.find(id)).isPresent());
        assertThat(LogVerifier.verify(log, Checkpoints.in(directory.resolve("proof")), (checked, of) -> {}))
                .matches(found -> found.valid() && found.through() == log.head(), "is whole");
    }

    private static NewCommit large(String stream, long sequence) {
        return commit(stream, sequence, UUID.randomUUID().toString().repeat(1_000));
    }

    private static NewCommit incompressible(String stream, long sequence) {
        byte[] noise = new byte[24_000];
        ThreadLocalRandom.current().nextBytes(noise);
        return commit(stream, sequence, Base64.getEncoder().encodeToString(noise));
    }

    private static NewCommit commit(String stream, long sequence, String payload) {
        return Commits.of("acme")
                .event(Commits.anEvent(UUID.randomUUID().toString(), stream, sequence, payload))
                .build();
    }

    /** Leaves only {@code free} bytes on the disk. */
    private Path fill(long free) throws IOException {
        Path ballast = disk.resolve("ballast");
        byte[] block = new byte[MIB];
        try (var out = Files.newOutputStream(ballast)) {
            while (disk.toFile().getUsableSpace() > free) {
                out.write(block);
            }
        }
        return ballast;
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
