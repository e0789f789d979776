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
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that changes or loses what was written, and what the verifier says. */
class DamagedFilesTest {
    private static final int BLOCK = 4096;
    private static final String INVOICE = "acme/invoice/1";
    /** So that a commit takes more than one block of the journal. */
    private static final String TEXT = "consulting ".repeat(500);

    private static final int FLIPS = Integer.getInteger("seikyu.flips", 12);

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-05-01T00:00:00Z"));
    private Path original;
    private Checkpoints checkpoints;

    @BeforeEach
    void fillALogAndVouchForAllOfIt() throws IOException {
        checkpoints = Checkpoints.in(directory.resolve("proof"));
        Path running = directory.resolve("log");
        try (EventLog log = RocksEventLog.open(running, clock)) {
            append(log, 0, 40);
        }
        // as a process leaves it that is killed: the first half is in tables, the second in the journal
        try (EventLog log = RocksEventLog.open(running, clock)) {
            append(log, 40, 40);
            checkpoints.vouchFor(log, clock.instant());
            original = copy(running, "killed");
        }
    }

    private static void append(EventLog log, int from, int count) {
        for (int i = from; i < from + count; i++) {
            log.append(Commits.of("acme")
                    .event(Commits.anEvent(UUID.randomUUID().toString(), INVOICE, i, "{\"text\":\"" + TEXT + "\"}"))
                    .claim("number/" + i)
                    .build());
        }
    }

    @Test
    void aFlippedBitInATableIsFound() throws IOException {
        assertFlipsAreFound(".sst");
    }

    @Test
    void aLogAsAKilledProcessLeavesItIsWhole() throws IOException {
        Verification found = verify(copy("as-it-is"));

        assertThat(found.valid()).as(found.summary()).isTrue();
        assertThat(found.vouchedThrough()).isEqualTo(79);
    }

    @Test
    void aFlippedBitInAnyBlockOfTheJournalIsFound() throws IOException {
        Path journal = journal();
        List<String> unseen = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (int block = 0; block < usedBlocks(journal); block += 7) {
            for (int within : new int[] {0, 5, 11, 17, 25, 33, 41, 45, 60, 2_000, BLOCK - 1}) {
                long at = (long) block * BLOCK + within;
                Path copy = copy("flip");
                flip(copy.resolve(journal.getFileName()), at);
                Verification found = verify(copy);
                if (found.valid()) {
                    unseen.add("at " + at);
                } else {
                    told.add(found.summary());
                }
                delete(copy);
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(told).anyMatch(text -> text.contains("cannot be opened: the log's journal is damaged"));
    }

    @Test
    void aFlippedBitBehindTheEndOfTheJournalDoesNoHarm() throws IOException {
        Path journal = journal();
        Path copy = copy("flip");
        flip(copy.resolve(journal.getFileName()), (long) usedBlocks(journal) * BLOCK + 8);

        assertThat(verify(copy).vouchedThrough()).isEqualTo(79);
    }

    @Test
    void aFlippedBitInTheLastRecordOfTheJournalIsReportedAsALostTail() throws IOException {
        Path journal = journal();
        Path copy = copy("flip");
        flip(copy.resolve(journal.getFileName()), (usedBlocks(journal) - 1L) * BLOCK + 20);

        assertThat(verify(copy).firstFault().orElseThrow().text())
                .contains("the tail is lost: the log ends at 78", "vouches for 79");
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
    void aTruncatedJournalIsFound() throws IOException {
        Path journal = journal();
        Path copy = copy("cut-journal");
        truncate(copy.resolve(journal.getFileName()), Files.size(journal) / 2);

        assertThat(verify(copy).summary()).contains("its beginning or its length is not what was written");
    }

    @Test
    void aJournalWhoseEndWasEmptiedIsReportedAsALostTail() throws IOException {
        Path journal = journal();
        Path copy = copy("emptied-journal");
        overwrite(copy.resolve(journal.getFileName()), usedBlocks(journal) / 2, usedBlocks(journal), new byte[BLOCK]);

        Verification found = verify(copy);

        assertThat(found.firstFault().orElseThrow().text()).contains("the tail is lost", "vouches for 79");
        assertThat(found.through()).isBetween(39L, 78L);
    }

    @Test
    void aHoleInTheJournalIsFound() throws IOException {
        Path journal = journal();
        Path copy = copy("holed-journal");
        overwrite(copy.resolve(journal.getFileName()), 10, 20, new byte[BLOCK]);

        assertThat(verify(copy).summary()).contains("what was written behind is there, this is not");
    }

    @Test
    void aLostJournalIsFound() throws IOException {
        Path copy = copy("without-journal");
        Files.delete(copy.resolve(journal().getFileName()));

        Verification found = verify(copy);

        assertThat(found.valid()).isFalse();
        assertThat(found.summary()).contains("cannot be opened: the log's journal", "is damaged: segment", "missing");
    }

    @Test
    void aJournalWithoutItsDatabaseIsFound() throws IOException {
        Path only = Files.createDirectory(directory.resolve("journal-only"));
        Files.copy(journal(), only.resolve(journal().getFileName()));

        assertThat(verify(only).summary())
                .contains("there is a journal with position 40, which this database does not know");
    }

    @Test
    void theJournalOfAnotherLogIsFound() throws IOException {
        Path copy = copy("another");
        Path other = directory.resolve("other");
        try (EventLog log = RocksEventLog.open(other, clock)) {
            append(log, 0, 40);
        }
        try (EventLog log = RocksEventLog.open(other, clock)) {
            append(log, 40, 5);
            Files.copy(
                    other.resolve(journal().getFileName()),
                    copy.resolve(journal().getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(verify(copy).summary()).contains("does not continue the log");
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

    /** The segment that was written last. */
    private Path journal() throws IOException {
        List<Path> segments = files(original, "journal-").stream()
                .filter(file -> !file.toString().endsWith(".free"))
                .toList();
        return segments.get(segments.size() - 1);
    }

    private static int usedBlocks(Path journal) throws IOException {
        byte[] bytes = Files.readAllBytes(journal);
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        return end / BLOCK + 1;
    }

    private static void overwrite(Path file, int fromBlock, int toBlock, byte[] block) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek((long) fromBlock * BLOCK);
            for (int i = fromBlock; i < toBlock; i++) {
                bytes.write(block);
            }
        }
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
        return copy(original, name);
    }

    private Path copy(Path from, String name) throws IOException {
        Path copy = Files.createDirectory(directory.resolve(name));
        try (Stream<Path> files = Files.list(from)) {
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
