package io.seikyu.eventlog.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.MovableClock;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that changes or loses what was written, and what the verifier says. */
class DamagedFilesTest {
    private static final String INVOICE = "acme/invoice/1";
    private static final int FLIPS = Integer.getInteger("seikyu.flips", 12);

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-05-01T00:00:00Z"));
    private Path original;
    private Checkpoints checkpoints;

    @BeforeEach
    void fillALogAndVouchForAllOfIt() {
        original = directory.resolve("log");
        checkpoints = Checkpoints.in(directory.resolve("proof"));
        try (EventLog log = RocksEventLog.open(original, clock)) {
            append(log, 0, 40);
        }
        // what was in the write-ahead log when it was closed is in tables once it is opened again
        try (EventLog log = RocksEventLog.open(original, clock)) {
            append(log, 40, 40);
            checkpoints.vouchFor(log, clock.instant());
        }
    }

    private static void append(EventLog log, int from, int count) {
        for (int i = from; i < from + count; i++) {
            log.append(Commits.of("acme").event(INVOICE, i).claim("number/" + i).build());
        }
    }

    @Test
    void aFlippedBitInATableIsFound() throws IOException {
        assertFlipsAreFound(".sst");
    }

    @Test
    void aFlippedBitInTheWriteAheadLogIsFound() throws IOException {
        assertFlipsAreFound(".log");
    }

    @Test
    void aFlippedBitInTheListOfFilesIsFound() throws IOException {
        assertFlipsAreFound("MANIFEST");
    }

    @Test
    void aTruncatedTableIsFound() throws IOException {
        for (Path table : files(original, ".sst")) {
            Path copy = copy("cut-" + table.getFileName());
            truncate(copy.resolve(table.getFileName()), Files.size(table) / 2);
            assertThat(verify(copy).valid()).as(table.toString()).isFalse();
        }
    }

    @Test
    void aLostTableIsFound() throws IOException {
        for (Path table : files(original, ".sst")) {
            Path copy = copy("without-" + table.getFileName());
            Files.delete(copy.resolve(table.getFileName()));
            assertThat(verify(copy).valid()).as(table.toString()).isFalse();
        }
    }

    @Test
    void aTruncatedWriteAheadLogIsReportedAsALostTail() throws IOException {
        Path wal = newestWriteAheadLog();
        Path copy = copy("cut-wal");
        truncate(copy.resolve(wal.getFileName()), Files.size(wal) / 2);

        Verification found = verify(copy);

        assertThat(found.valid()).isFalse();
        assertThat(found.firstFault().orElseThrow().text()).contains("the tail is lost", "vouches for 79");
        assertThat(found.through()).isBetween(39L, 78L);
    }

    @Test
    void aLostWriteAheadLogIsReportedAsALostTail() throws IOException {
        Path wal = newestWriteAheadLog();
        Path copy = copy("without-wal");
        Files.delete(copy.resolve(wal.getFileName()));

        Verification found = verify(copy);

        assertThat(found.valid()).isFalse();
        assertThat(found.firstFault().orElseThrow().text()).contains("the tail is lost: the log ends at 39");
    }

    @Test
    void aLogWithoutItsListOfFilesIsAFaultAndNoException() throws IOException {
        Path copy = copy("without-current");
        Files.delete(copy.resolve("CURRENT"));

        assertThat(verify(copy).valid()).isFalse();
    }

    private void assertFlipsAreFound(String kind) throws IOException {
        List<String> unseen = new ArrayList<>();
        for (Path file : files(original, kind)) {
            long size = Files.size(file);
            for (int i = 0; i < FLIPS; i++) {
                long at = (size - 1) * i / Math.max(1, FLIPS - 1);
                Path copy = copy("flip");
                flip(copy.resolve(file.getFileName()), at);
                if (verify(copy).valid()) {
                    unseen.add(file.getFileName() + " of " + size + " bytes at " + at);
                }
                delete(copy);
            }
        }
        assertThat(unseen).isEmpty();
    }

    private Verification verify(Path log) {
        return LogVerifier.verify(() -> RocksEventLog.open(log, clock), checkpoints, (checked, of) -> {});
    }

    private Path newestWriteAheadLog() throws IOException {
        List<Path> logs = files(original, ".log");
        return logs.get(logs.size() - 1);
    }

    private static List<Path> files(Path of, String kind) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().contains(kind))
                    .filter(file -> file.toFile().length() > 0)
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(directory.resolve(name));
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static void delete(Path copy) throws IOException {
        try (Stream<Path> files = Files.list(copy)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(copy);
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int value = bytes.read();
            bytes.seek(at);
            bytes.write(value ^ 1);
        }
    }

    private static void truncate(Path file, long size) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(size);
        }
    }
}
