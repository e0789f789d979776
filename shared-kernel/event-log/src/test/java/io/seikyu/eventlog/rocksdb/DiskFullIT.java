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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of 96 MiB that is filled. Needs the right to mount one. */
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
                run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", disk.toString()),
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

    @Test
    void whenAWriteItselfFailsNothingIsAcknowledgedFalselyAndItGoesOnOnceThereIsRoom() throws Exception {
        Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<LogUnavailableException> failures = new ConcurrentLinkedQueue<>();
        try (RocksEventLog log = RocksEventLog.open(disk.resolve("log"), Clock.systemUTC(), 0)) {
            Path ballast = fill(40 * MIB);
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
            assertThat(failures).hasSize(4).anyMatch(e -> e.getMessage().contains("No space") && e.outcomeUnknown());
            assertThat(log.find(acknowledged.peek())).isPresent();

            Files.delete(ballast);
            NewCommit next = large("acme/invoice/next", 0);
            log.append(next);
            acknowledged.add(next.id());

            assertEverythingIsThere(log, acknowledged);
        }
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
        String id = UUID.randomUUID().toString();
        return Commits.of("acme")
                .event(Commits.anEvent(id, stream, sequence, id.repeat(1_000)))
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
