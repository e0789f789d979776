package io.seikyu.eventlog.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outsider's program, run as he runs it. */
class CheckLogTest {
    private static final Path PROGRAM = Path.of("../../docs/check/CheckLog.java");

    @TempDir
    private Path directory;

    private Path export;
    private Path checkpoints;

    @BeforeEach
    void exportALog() throws IOException {
        export = directory.resolve("export.seikyu");
        checkpoints = directory.resolve("checkpoints");
        try (EventLog log = RocksEventLog.open(directory.resolve("log"), Clock.systemUTC())) {
            Checkpoints vouching = Checkpoints.in(checkpoints);
            for (int i = 0; i < 30; i++) {
                log.append(Commits.single("acme/invoice/i" + i, 0));
                if (i % 10 == 5) {
                    vouching.vouchFor(log, Instant.parse("2026-04-30T01:02:03.456Z"));
                }
            }
            try (OutputStream to = Files.newOutputStream(export)) {
                LogExport.write(log, to, (done, of) -> {});
            }
        }
    }

    @Test
    void whatIsWholeIsToldToBe() throws Exception {
        assertThat(check()).isEqualTo("0 Whole through position 29; vouched for through position 25.");
    }

    @Test
    void aChangedByteIsFound() throws Exception {
        byte[] bytes = Files.readAllBytes(export);
        bytes[bytes.length / 2] ^= 1;
        Files.write(export, bytes);
        assertThat(check()).startsWith("1 FAULT: the chain breaks at position 1");
    }

    @Test
    void aLostEndIsFound() throws Exception {
        byte[] bytes = Files.readAllBytes(export);
        Files.write(export, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(check()).startsWith("1 FAULT: the export is cut off behind position 1");
    }

    @Test
    void anotherLogThatIsWholeInItselfIsFound() throws Exception {
        try (EventLog log = RocksEventLog.open(directory.resolve("other"), Clock.systemUTC());
                OutputStream to = Files.newOutputStream(export)) {
            log.append(Commits.single("acme/invoice/i0", 0));
            LogExport.write(log, to, (done, of) -> {});
        }
        assertThat(check()).startsWith("1 FAULT: this is log ");
    }

    @Test
    void aFalseSignatureIsFound() throws Exception {
        Path file = checkpoints.resolve("checkpoints.ndjson");
        Files.writeString(file, Files.readString(file).replace("\"position\":25", "\"position\":24"));
        assertThat(check()).isEqualTo("1 FAULT: the checkpoint for position 24 has a false signature");
    }

    @Test
    void whereThereIsNothingToLookAtItSaysSo() throws Exception {
        Files.delete(export);
        assertThat(check()).startsWith("2 It cannot be checked");
    }

    /** @return how it ended and what it said */
    private String check() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        PROGRAM.toString(),
                        export.toString(),
                        checkpoints.resolve("checkpoints.ndjson").toString(),
                        checkpoints.resolve("checkpoint-key.pub.pem").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said.strip();
    }
}
