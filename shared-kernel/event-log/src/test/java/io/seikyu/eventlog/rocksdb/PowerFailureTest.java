package io.seikyu.eventlog.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.EventLog.Outcome;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.rocksdb.journal.Journal;
import io.seikyu.eventlog.rocksdb.journal.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.slf4j.LoggerFactory;

/**
 * The power fails while the log is opened, written, tidied up or closed, again and again on the same log: what was acknowledged
 * is there, no group is there by half, and the log opens and goes on. {@code -Dseikyu.powerfailures=5000} for the long
 * campaign; {@code -Dseikyu.seed=…} repeats one.
 */
class PowerFailureTest {
    private static final int FAILURES = Integer.getInteger("seikyu.powerfailures", 60);
    private static final int FAILURES_PER_LOG = 12;
    private static final long SEED = Long.getLong("seikyu.seed", new Random().nextLong());
    private static final int KIB = 1024;
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.seikyu.eventlog.rocksdb");

    /** Small, so that segments are filled, freed and used again all the time. */
    private static final Sizes SIZES = new Sizes(32 * KIB, 128 * KIB, 200 * KIB);

    @TempDir(factory = InMemory.class)
    private Path directory;

    private final Random random = new Random(SEED);
    private final List<StoredCommit> acknowledged = new ArrayList<>();
    /** Groups that may be there or not, in order: what was being written, what a failed flush left in doubt. */
    private final List<List<UUID>> doubtful = new ArrayList<>();

    private Path olderTables;
    private int freedBefore;
    private long acknowledgedInAll;

    @BeforeAll
    static void hushWhatIsSaidOfEachFailure() {
        LOGGER.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOGGER.setLevel(null);
    }

    @Test
    void nothingThatWasAcknowledgedIsLostAndNoGroupIsThereByHalf() throws Exception {
        try {
            for (int done = 0; done < FAILURES; done += FAILURES_PER_LOG) {
                acknowledged.clear();
                doubtful.clear();
                Path log = Files.createDirectories(directory.resolve("log-" + done));
                for (int i = 0; i < FAILURES_PER_LOG; i++) {
                    Path image = directory.resolve("log-" + done + "-" + i);
                    writeUntilThePowerFails(log, image);
                    deleteAll(log);
                    log = image;
                    checkWhatIsThere(log);
                }
                deleteAll(log);
                acknowledgedInAll += acknowledged.size();
            }
        } catch (Throwable e) {
            throw new AssertionError("with -Dseikyu.seed=" + SEED + " -Dseikyu.powerfailures=" + FAILURES, e);
        }
        System.out.println(
                FAILURES + " power failures, " + acknowledgedInAll + " acknowledged commits, none lost; seed " + SEED);
    }

    private void writeUntilThePowerFails(Path log, Path image) throws Exception {
        Path trash = Files.createDirectories(directory.resolve("trash"));
        FailingPower power = new FailingPower(random, trash, random.nextInt(random.nextInt(4) == 0 ? 12 : 150));
        olderTables = null;
        Store store = null;
        try {
            store = new Store(log, power, SIZES, power::meanwhile);
            RocksEventLog open = RocksEventLog.open(store, Clock.systemUTC(), new Room(log, 0));
            if (random.nextBoolean()) {
                power.becomeFaulty();
            }
            while (!power.failed()) {
                append(open);
                if (random.nextInt(60) == 0 && doubtful.isEmpty()) {
                    open.close();
                    if (power.failed()) {
                        break;
                    }
                    power.becomeSound();
                    store = null;
                    store = new Store(log, power, SIZES, power::meanwhile);
                    open = RocksEventLog.open(store, Clock.systemUTC(), new Room(log, 0));
                }
                if (random.nextInt(20) == 0 && doubtful.isEmpty()) {
                    rememberTables(log, store, power);
                }
                if (random.nextInt(25) == 0 && doubtful.isEmpty()) {
                    store.flush();
                }
            }
        } catch (FailingPower.PowerFailure e) {
            // this is when it fails
        }
        Files.createDirectories(image);
        boolean older = olderTables != null && power.freed() == freedBefore && random.nextBoolean();
        if (store == null) {
            copyTables(log, image);
        } else if (older) {
            copyTables(olderTables, image);
        } else {
            whileNothingMoves(store, () -> copyTables(log, image));
        }
        copy(log, image, true);
        power.lose(image);
        power.back();
        if (store != null) {
            store.close();
        }
        deleteAll(trash);
        if (olderTables != null) {
            deleteAll(olderTables);
        }
    }

    private void append(RocksEventLog log) {
        List<NewCommit> group = new ArrayList<>();
        for (int i = random.nextInt(8) == 0 ? 1 + random.nextInt(10) : 1; i > 0; i--) {
            String stream = "acme/invoice/" + new UUID(random.nextLong(), random.nextLong());
            int length = random.nextInt(40) == 0 ? 150 * KIB : random.nextInt(9 * KIB);
            group.add(Commits.of("acme")
                    .event(Commits.anEvent(UUID.randomUUID().toString(), stream, 0, "x".repeat(length)))
                    .claim("claim/" + stream)
                    .build());
        }
        List<UUID> ids = group.stream().map(NewCommit::id).toList();
        doubtful.add(ids);
        List<Outcome> outcomes = log.appendAll(group);
        if (outcomes.get(0) instanceof Outcome.Refused refused) {
            assertThat(refused.why()).isInstanceOf(LogUnavailableException.class);
            if (!((LogUnavailableException) refused.why()).outcomeUnknown()) {
                doubtful.remove(ids);
            }
        } else if (doubtful.size() == 1) {
            outcomes.forEach(outcome -> acknowledged.add(((Outcome.Stored) outcome).commit()));
            doubtful.clear();
        } else {
            // it shows what became of those that were in doubt; from now on nobody may see anything else
            List<StoredCommit> found = all(log);
            assertContinued(found);
            acknowledged.clear();
            acknowledged.addAll(found);
            doubtful.clear();
        }
    }

    /** Each group that was in doubt is there whole or not at all, and in order. */
    private void assertContinued(List<StoredCommit> found) {
        assertThat(found).hasSizeGreaterThanOrEqualTo(acknowledged.size());
        for (int i = 0; i < acknowledged.size(); i++) {
            assertThat(found.get(i).hash()).isEqualTo(acknowledged.get(i).hash());
        }
        List<UUID> more = found.subList(acknowledged.size(), found.size()).stream()
                .map(commit -> commit.commit().id())
                .toList();
        for (List<UUID> group : doubtful) {
            if (more.size() >= group.size() && more.subList(0, group.size()).equals(group)) {
                more = more.subList(group.size(), more.size());
            }
        }
        assertThat(more).as("commits that nobody wrote, or halves").isEmpty();
    }

    private void checkWhatIsThere(Path directory) {
        try (RocksEventLog log = RocksEventLog.open(
                new Store(directory, Journal.disk(), SIZES, Runnable::run),
                Clock.systemUTC(),
                new Room(directory, 0))) {
            List<StoredCommit> found = log.head() < 0 ? List.of() : all(log);
            assertContinued(found);
            byte[] hash = CommitCodec.beforeTheFirst();
            for (StoredCommit commit : found) {
                assertThat(commit.hash()).isEqualTo(CommitCodec.hash(hash, commit.body()));
                hash = commit.hash();
            }
            assertThat(log.findIndexFault(0, log.head())).isEmpty();
            acknowledged.clear();
            acknowledged.addAll(found);
            doubtful.clear();
            if (random.nextBoolean()) {
                append(log);
            }
        }
    }

    private static List<StoredCommit> all(RocksEventLog log) {
        List<StoredCommit> all = new ArrayList<>();
        for (long next = 0; next <= log.head(); ) {
            List<StoredCommit> read = log.read(next, 1_000);
            all.addAll(read);
            next = read.get(read.size() - 1).lastPosition() + 1;
        }
        return all;
    }

    /** The tables as they are before the next flush may be what is found, as long as no segment was given free since. */
    private void rememberTables(Path log, Store store, FailingPower power) throws Exception {
        if (olderTables != null) {
            deleteAll(olderTables);
        }
        Path copy = Files.createDirectories(directory.resolve("older"));
        whileNothingMoves(store, () -> copyTables(log, copy));
        olderTables = copy;
        freedBefore = power.freed();
    }

    /** The power fails on paper only, so a disk in memory does, and is quicker; where there is none, any. */
    static final class InMemory implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            Path memory = Path.of("/dev/shm");
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "seikyu")
                    : Files.createTempDirectory("seikyu");
        }
    }

    private interface Copying {
        void copy() throws IOException;
    }

    private static void whileNothingMoves(Store store, Copying copying) throws IOException {
        boolean open = paused(store);
        copying.copy();
        if (open) {
            store.use((columns, tuning) -> {
                columns.db().continueBackgroundWork();
                return null;
            });
        }
    }

    /** Whether there was anything to pause: it may be that it could not be reopened. */
    private static boolean paused(Store store) {
        try {
            return store.use((columns, tuning) -> {
                columns.db().pauseBackgroundWork();
                return true;
            });
        } catch (LogUnavailableException e) {
            return false;
        }
    }

    private static void copyTables(Path from, Path to) throws IOException {
        copy(from, to, false);
    }

    private static void copy(Path from, Path to, boolean journal) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("journal-") == journal) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
