package io.seikyu.eventlog.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.MovableClock;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-05-01T00:00:00Z"));
    private EventLog log;
    private Path proof;
    private long sequence;

    @BeforeEach
    void openTheLog() {
        proof = directory.resolve("proof");
        log = RocksEventLog.open(directory.resolve("log"), clock);
    }

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    private void append() {
        log.append(Commits.single("acme/invoice/1", sequence++));
    }

    @Test
    void anEmptyLogIsNotVouchedFor() {
        assertThat(Checkpoints.in(proof).vouchFor(log, clock.instant())).isEmpty();
        assertThat(Checkpoints.in(proof).all()).isEmpty();
    }

    @Test
    void aCheckpointNamesTheLogItsHeadAndItsHash() {
        append();
        append();

        Checkpoint checkpoint =
                Checkpoints.in(proof).vouchFor(log, clock.instant()).orElseThrow();

        assertThat(checkpoint.logId()).isEqualTo(log.id());
        assertThat(checkpoint.position()).isEqualTo(1);
        assertThat(checkpoint.hash())
                .isEqualTo(HexFormat.of().formatHex(log.hashAt(1).orElseThrow()));
        assertThat(checkpoint.time()).isEqualTo(clock.instant());
        assertThat(Checkpoints.in(proof).all()).containsExactly(checkpoint);
    }

    @Test
    void theSecretKeyIsForItsOwnerAlone() throws Exception {
        append();
        Checkpoints.in(proof).vouchFor(log, clock.instant());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(proof.resolve("checkpoint-key.pem"))))
                .isEqualTo("rw-------");
        assertThat(proof.resolve("checkpoint-key.pub.pem")).isReadable();
    }

    @Test
    void theKeyIsUsedAgain() {
        append();
        Checkpoints.in(proof).vouchFor(log, clock.instant());
        append();
        Checkpoints.in(proof).vouchFor(log, clock.instant());

        assertThat(Checkpoints.in(proof).all()).hasSize(2);
    }

    @Test
    void aChangedCheckpointHasAFalseSignature() throws Exception {
        append();
        Checkpoints.in(proof).vouchFor(log, clock.instant());
        Path file = proof.resolve("checkpoints.ndjson");
        Files.writeString(file, Files.readString(file).replace("\"position\":0", "\"position\":7"));

        assertThatThrownBy(() -> Checkpoints.in(proof).all())
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("false signature");
    }

    @Test
    void aLineThatACrashLeftUnfinishedIsDropped() throws Exception {
        append();
        Checkpoints.in(proof).vouchFor(log, clock.instant());
        Path file = proof.resolve("checkpoints.ndjson");
        Files.writeString(file, "{\"logId\":\"5a", StandardOpenOption.APPEND);

        assertThat(Checkpoints.in(proof).all()).hasSize(1);
        append();
        Checkpoints.in(proof).vouchFor(log, clock.instant());

        assertThat(Checkpoints.in(proof).all()).extracting(Checkpoint::position).containsExactly(0L, 1L);
    }

    @Test
    void aFinishedLineThatIsNoCheckpointIsAFault() throws Exception {
        append();
        Checkpoints.in(proof).vouchFor(log, clock.instant());
        Files.writeString(proof.resolve("checkpoints.ndjson"), "garbage\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> Checkpoints.in(proof).all())
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void aLargeFileKeepsTheLastCheckpointOfEachHour() {
        Checkpoints checkpoints = Checkpoints.thinned(proof, 2_500);
        for (int i = 0; i < 12; i++) {
            append();
            checkpoints.vouchFor(log, clock.instant());
            clock.move(Duration.ofMinutes(20));
        }

        List<Checkpoint> kept = checkpoints.all();

        assertThat(kept).hasSizeLessThan(12);
        assertThat(kept)
                .extracting(Checkpoint::position)
                .isSorted()
                .contains(2L, 5L, 11L)
                .doesNotContain(0L, 1L);
    }

    @Test
    void aCheckpointBehindWhichTheLogWasShorterIsNeverDropped() {
        Checkpoints checkpoints = Checkpoints.thinned(proof, 1);
        append();
        append();
        checkpoints.vouchFor(log, clock.instant());
        try (EventLog shorter = RocksEventLog.open(directory.resolve("shorter"), clock)) {
            shorter.adopt(log.id());
            shorter.append(Commits.single("acme/invoice/1", 0));
            checkpoints.vouchFor(shorter, clock.instant());
            shorter.append(Commits.single("acme/invoice/1", 1));
            checkpoints.vouchFor(shorter, clock.instant());
            shorter.append(Commits.single("acme/invoice/1", 2));
            checkpoints.vouchFor(shorter, clock.instant());

            assertThat(checkpoints.all()).extracting(Checkpoint::position).contains(1L, 2L);
            assertThat(LogVerifier.verify(shorter, checkpoints, (checked, of) -> {})
                            .valid())
                    .isFalse();
        }
    }

    @Test
    void aLogThatHoldsWhatWasVouchedForContradictsNothing() {
        assertThat(Checkpoints.in(proof).contradiction(log)).isEmpty();
        append();
        Checkpoints.in(proof).vouchFor(log, clock.instant());
        append();

        assertThat(Checkpoints.in(proof).contradiction(log)).isEmpty();
    }

    @Test
    void aLogThatIsShorterOrAnotherContradictsItsLastCheckpoint() {
        append();
        Checkpoints.in(proof).vouchFor(log, clock.instant());
        try (EventLog other = RocksEventLog.open(directory.resolve("other"), clock)) {
            assertThat(Checkpoints.in(proof).contradiction(other)).isPresent();
            other.adopt(log.id());
            assertThat(Checkpoints.in(proof).contradiction(other)).isPresent();
            other.append(Commits.single("acme/invoice/1", 0));
            assertThat(Checkpoints.in(proof).contradiction(other)).isPresent();
        }
    }

    @Test
    void theWriterVouchesOnceMoreWhenItIsClosed() {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        Checkpoints checkpoints = Checkpoints.in(proof);
        try {
            append();
            new CheckpointWriter(log, checkpoints, clock, scheduler, Duration.ofDays(1)).close();

            assertThat(checkpoints.all()).extracting(Checkpoint::position).containsExactly(0L);
        } finally {
            scheduler.shutdownNow();
        }
    }

    @Test
    void theWriterVouchesWhileTheLogGrowsAndOnlyThen() throws Exception {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        Checkpoints checkpoints = Checkpoints.in(proof);
        try (CheckpointWriter writer = new CheckpointWriter(log, checkpoints, clock, scheduler, Duration.ofMillis(5))) {
            assertThat(writer).isNotNull();
            append();
            while (checkpoints.all().isEmpty()) {
                Thread.sleep(5);
            }
            append();
            while (checkpoints.all().size() < 2) {
                Thread.sleep(5);
            }
        } finally {
            scheduler.shutdownNow();
        }
        assertThat(checkpoints.all()).extracting(Checkpoint::position).containsExactly(0L, 1L);
    }
}
