package io.seikyu.eventlog.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.MovableClock;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogExportTest {
    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-05-01T00:00:00Z"));
    private EventLog log;
    private EventLog other;

    @BeforeEach
    void fillALog() {
        log = RocksEventLog.open(directory.resolve("log"), clock);
        other = RocksEventLog.open(directory.resolve("other"), clock);
        List<NewCommit> commits = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            commits.add(Commits.of("acme")
                    .event("acme/invoice/" + i % 7, i / 7)
                    .looseEvent()
                    .claim("number/" + i)
                    .build());
        }
        log.appendAll(commits);
    }

    @AfterEach
    void closeBoth() {
        log.close();
        other.close();
    }

    @Test
    void anImportedLogIsTheSameLog() throws IOException {
        LogImport.read(new ByteArrayInputStream(export()), other, position -> {});

        assertThat(other.id()).isEqualTo(log.id());
        assertThat(other.head()).isEqualTo(log.head());
        for (long position : new long[] {0, 700, 1399}) {
            assertThat(other.hashAt(position))
                    .hasValueSatisfying(hash ->
                            assertThat(hash).isEqualTo(log.hashAt(position).orElseThrow()));
        }
        Checkpoints checkpoints = Checkpoints.in(directory.resolve("proof"));
        checkpoints.vouchFor(log, clock.instant());
        assertThat(LogVerifier.verify(other, checkpoints, (checked, of) -> {}).valid())
                .isTrue();
    }

    @Test
    void anExportOfTheImportIsTheSameBytes() throws IOException {
        byte[] bytes = export();
        LogImport.read(new ByteArrayInputStream(bytes), other, position -> {});
        ByteArrayOutputStream again = new ByteArrayOutputStream();

        LogExport.write(other, again, (written, of) -> {});

        assertThat(again.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void anEmptyLogIsExportedToo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(LogExport.write(other, bytes, (written, of) -> {})).isEqualTo(-1);

        try (EventLog third = RocksEventLog.open(directory.resolve("third"), clock)) {
            assertThat(LogImport.read(new ByteArrayInputStream(bytes.toByteArray()), third, position -> {}))
                    .isEqualTo(-1);
            assertThat(third.id()).isEqualTo(other.id());
        }
    }

    @Test
    void aCutExportIsRefused() throws IOException {
        byte[] bytes = export();

        assertThatThrownBy(() -> importing(Arrays.copyOf(bytes, bytes.length - 9)))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void aChangedExportIsRefused() throws IOException {
        byte[] bytes = export();
        bytes[bytes.length / 2] ^= 1;

        assertThatThrownBy(() -> importing(bytes)).isInstanceOf(LogDamagedException.class);
    }

    @Test
    void anExportWithoutItsLastCommitIsRefused() throws IOException {
        byte[] bytes = export();
        ByteArrayOutputStream shorter = new ByteArrayOutputStream();
        int last = bytes.length - 9 - 37 - log.read(1399, 1).get(0).body().length;
        shorter.write(bytes, 0, last);
        shorter.write(bytes, bytes.length - 9, 9);

        assertThatThrownBy(() -> importing(shorter.toByteArray()))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("names 1399 as its end");
    }

    @Test
    void somethingElseIsRefused() {
        assertThatThrownBy(() -> importing(new byte[100]))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("not the export");
    }

    @Test
    void aLogThatHoldsCommitsIsNotImportedInto() throws IOException {
        byte[] bytes = export();
        other.append(Commits.single("acme/invoice/1", 0));

        assertThatThrownBy(() -> importing(bytes)).isInstanceOf(IllegalStateException.class);
    }

    private byte[] export() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LogExport.write(log, bytes, (written, of) -> {});
        return bytes.toByteArray();
    }

    private void importing(byte[] bytes) throws IOException {
        LogImport.read(new ByteArrayInputStream(bytes), other, position -> {});
    }
}
