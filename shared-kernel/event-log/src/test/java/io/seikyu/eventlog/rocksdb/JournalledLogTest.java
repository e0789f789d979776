package io.seikyu.eventlog.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.Crowd;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.PreparedCommit;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.rocksdb.journal.Journal;
import io.seikyu.eventlog.rocksdb.journal.Sizes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** The log with its journal: what is in a directory, and what becomes of it. */
class JournalledLogTest {
    private static final int KIB = 1024;
    private static final Sizes SMALL = new Sizes(64 * KIB, 256 * KIB, 512 * KIB);

    /** The column families of a log before there was a journal. */
    private static final int COLUMNS_THEN = 5;

    @TempDir
    private Path directory;

    @Test
    void whatAKilledProcessLeftIsReadFromTheJournalThoughTheDatabaseWroteNoTable() throws Exception {
        Path killed = directory.resolve("killed");
        try (RocksEventLog log = open(directory.resolve("log"))) {
            for (int i = 0; i < 100; i++) {
                log.append(Commits.single("acme/invoice/1", i));
            }
            copy(directory.resolve("log"), killed);
        }
        try (RocksEventLog log = open(killed)) {
            assertThat(log.readStream("acme/invoice/1", 0, 1_000)).hasSize(100);
            assertThat(log.findIndexFault(0, 99)).isEmpty();
            log.append(Commits.single("acme/invoice/1", 100));
        }
        try (RocksEventLog log = open(killed)) {
            assertThat(log.head()).isEqualTo(100);
        }
    }

    @Test
    void aLogThatIsClosedLeavesNothingToReplayAndOneSmallFile() throws IOException {
        try (RocksEventLog log = open(directory.resolve("log"))) {
            log.append(Commits.single("acme/invoice/1", 0));
        }

        assertThat(names(directory.resolve("log"), "journal-")).hasSize(1).allMatch(name -> name.endsWith(".free"));
        assertThat(journalBytes(directory.resolve("log"))).isEqualTo(KIB * KIB);
    }

    @Test
    void aBackupNeedsNoJournalWhateverIsStillInMemory() throws IOException {
        try (RocksEventLog log = open(directory.resolve("log"))) {
            for (int i = 0; i < 50; i++) {
                log.append(Commits.single("acme/invoice/1", i));
            }
            log.backup(directory.resolve("backup"));
            log.append(Commits.single("acme/invoice/1", 50));
        }

        assertThat(names(directory.resolve("backup"), "journal-")).isEmpty();
        try (RocksEventLog backup = open(directory.resolve("backup"))) {
            assertThat(backup.head()).isEqualTo(49);
            assertThat(backup.findIndexFault(0, 49)).isEmpty();
            backup.append(Commits.single("acme/invoice/1", 50));
        }
    }

    @Test
    void backupsWhileManyWriteAreWholeUpToSomeCommit() throws Exception {
        try (RocksEventLog log = open(directory.resolve("log"), SMALL)) {
            Crowd.of(4, writer -> {
                for (int i = 0; i < 300; i++) {
                    log.append(large("acme/invoice/" + writer, i));
                    if (writer == 0 && i % 60 == 30) {
                        log.backup(directory.resolve("backup-" + i));
                    }
                }
            });
        }
        for (int i = 30; i < 300; i += 60) {
            try (RocksEventLog backup = open(directory.resolve("backup-" + i))) {
                assertThat(backup.head()).isGreaterThanOrEqualTo(i);
                assertWhole(backup);
            }
        }
    }

    @Test
    void theJournalStaysSmallHoweverMuchIsWritten() throws Exception {
        Path log = directory.resolve("log");
        long most = 0;
        try (RocksEventLog open = open(log, SMALL)) {
            for (int i = 0; i < 1_500; i++) {
                open.append(large("acme/invoice/1", i));
                if (i % 50 == 0) {
                    most = Math.max(most, journalBytes(log));
                }
            }
            copy(log, directory.resolve("killed"));
        }
        assertThat(most).isLessThan(8 * 256 * KIB);
        try (RocksEventLog killed = open(directory.resolve("killed"))) {
            assertThat(killed.head()).isEqualTo(1_499);
            assertWhole(killed);
        }
    }

    @Test
    void aLogFromBeforeThereWasAJournalGoesOn() throws Exception {
        List<StoredCommit> commits = writeAsItWasDone(directory.resolve("running"), directory.resolve("old"));
        Path killed = directory.resolve("killed");
        try (RocksEventLog log = open(directory.resolve("old"))) {
            assertThat(log.id()).isEqualTo(new UUID(4, 2));
            assertThat(log.head()).isEqualTo(49);
            assertThat(log.hashAt(49)).contains(commits.get(49).hash());
            log.append(Commits.single("acme/invoice/1", 50));
            copy(directory.resolve("old"), killed);
        }
        for (String name : List.of("old", "killed")) {
            try (RocksEventLog log = open(directory.resolve(name))) {
                assertThat(log.head()).as(name).isEqualTo(50);
                assertWhole(log);
            }
        }
    }

    @Test
    void aDamagedLogFromBeforeThereWasAJournalDoesNotOpen() throws Exception {
        writeAsItWasDone(directory.resolve("running"), directory.resolve("old"));
        for (String name : names(directory.resolve("old"), ".log")) {
            flip(directory.resolve("old").resolve(name));
        }

        assertThatThrownBy(() -> open(directory.resolve("old")))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("restore a backup");
    }

    @Test
    void aVersionThatKnowsNoJournalDoesNotOpenALogThatHasOne() {
        open(directory.resolve("log")).close();

        try (Tuning tuning = new Tuning();
                DBOptions options = new DBOptions()) {
            assertThatThrownBy(() -> RocksDB.open(
                            options,
                            directory.resolve("log").toString(),
                            tuning.columns().subList(0, COLUMNS_THEN),
                            new ArrayList<>()))
                    .hasMessageContaining("journal");
        }
    }

    @Test
    void aDatabaseThatIsOlderThanItsJournalSaysSo() throws Exception {
        Path log = directory.resolve("log");
        Path mixed = directory.resolve("mixed");
        try (RocksEventLog open = open(log)) {
            open.append(Commits.single("acme/invoice/1", 0));
        }
        copy(log, mixed);
        try (RocksEventLog open = open(log)) {
            open.append(Commits.single("acme/invoice/1", 1));
            for (String name : names(log, "journal-")) {
                Files.copy(log.resolve(name), mixed.resolve(name));
            }
        }

        assertThatThrownBy(() -> open(mixed))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("the log ends at position 0")
                .hasMessageContaining("position 1, which this database does not know");
    }

    /** Fifty commits as the log wrote them that had no journal, as a killed process leaves them. */
    private static List<StoredCommit> writeAsItWasDone(Path running, Path killed) throws Exception {
        List<StoredCommit> commits = new ArrayList<>();
        Files.createDirectories(running);
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (Tuning tuning = new Tuning();
                WriteOptions durable = new WriteOptions().setSync(true);
                DBOptions options = new DBOptions()
                        .setCreateIfMissing(true)
                        .setCreateMissingColumnFamilies(true)
                        .setParanoidChecks(true)
                        .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords);
                RocksDB db = RocksDB.open(
                        options, running.toString(), tuning.columns().subList(0, COLUMNS_THEN), handles)) {
            Columns columns = columnsThen(db, handles);
            db.put(columns.meta(), durable, Columns.LOG_ID, Bytes.uuid(new UUID(4, 2)));
            byte[] hash = CommitCodec.beforeTheFirst();
            for (int i = 0; i < 50; i++) {
                StoredCommit commit =
                        PreparedCommit.of(Commits.single("acme/invoice/1", i)).at(i, Instant.EPOCH, hash);
                hash = commit.hash();
                commits.add(commit);
                write(commit, columns, durable);
            }
            copy(running, killed);
        }
        return commits;
    }

    private static Columns columnsThen(RocksDB db, List<ColumnFamilyHandle> handles) {
        return new Columns(db, handles.get(0), handles.get(1), handles.get(2), handles.get(3), handles.get(4), null);
    }

    private static void write(StoredCommit commit, Columns columns, WriteOptions durable) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            CommitEntries.put(commit, columns, batch);
            columns.db().write(durable, batch);
        }
    }

    private static void assertWhole(RocksEventLog log) {
        byte[] hash = CommitCodec.beforeTheFirst();
        long next = 0;
        while (next <= log.head()) {
            for (StoredCommit commit : log.read(next, 100)) {
                assertThat(commit.firstPosition()).isEqualTo(next);
                assertThat(commit.hash()).isEqualTo(CommitCodec.hash(hash, commit.body()));
                hash = commit.hash();
                next = commit.lastPosition() + 1;
            }
        }
        assertThat(log.findIndexFault(0, log.head())).isEmpty();
    }

    private static NewCommit large(String stream, long sequence) {
        return Commits.of("acme")
                .event(Commits.anEvent(UUID.randomUUID().toString(), stream, sequence, "x".repeat(3_000)))
                .build();
    }

    private static RocksEventLog open(Path log) {
        return RocksEventLog.open(log, Clock.systemUTC());
    }

    private static RocksEventLog open(Path log, Sizes sizes) {
        return RocksEventLog.open(
                new Store(log, Journal.disk(), sizes, Journal.housekeeper()), Clock.systemUTC(), new Room(log, 0));
    }

    private static List<String> names(Path directory, String like) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(like))
                    .toList();
        }
    }

    private static long journalBytes(Path directory) throws IOException {
        long bytes = 0;
        for (String name : names(directory, "journal-")) {
            // it may be renamed or deleted meanwhile
            bytes += directory.resolve(name).toFile().length();
        }
        return bytes;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void flip(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            int value = bytes.read();
            bytes.seek(bytes.length() / 2);
            bytes.write(value ^ 1);
        }
    }
}
