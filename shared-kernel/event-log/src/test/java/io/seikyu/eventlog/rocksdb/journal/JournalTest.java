package io.seikyu.eventlog.rocksdb.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.PreparedCommit;
import io.seikyu.eventlog.StoredCommit;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final int BLOCK = Frame.BLOCK;
    private static final int KIB = 1024;
    private static final int SALT = 16;

    @TempDir
    private Path directory;

    private final CountedDisk disk = new CountedDisk();
    private final Index index = new Index();
    private Journal journal;
    private long position;

    /** A database that is as durable as it is told to be. */
    private static final class Index implements Journal.Database {
        private long noted;
        private int flushes;

        @Override
        public long durablyNoted() {
            return noted;
        }

        @Override
        public void flush() {
            flushes++;
        }
    }

    @BeforeEach
    void begin() throws IOException {
        journal = begin(new Sizes(64 * KIB, 256 * KIB, 512 * KIB));
        index.noted = journal.segment();
    }

    private Journal begin(Sizes sizes) throws IOException {
        return Journal.begin(directory, disk, sizes, Runnable::run, index);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    /** A killed process does not lose what the operating system still holds, a power failure does: hence this test. */
    @Test
    void aGroupIsOneWriteAndOneFlushOverBlocksThatWereWrittenBefore() throws IOException {
        disk.writes = 0;
        disk.forces = 0;
        disk.growths = 0;
        for (int i = 1; i <= 5; i++) {
            append(group(3, 100));

            assertThat(disk.writes).isEqualTo(i);
            assertThat(disk.forces).isEqualTo(i);
        }
        assertThat(disk.growths).isZero();
    }

    @Test
    void whatWasAppendedIsReadInOrder() throws IOException {
        List<StoredCommit> appended = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            appended.addAll(append(group(1 + i % 3, 50 * i)));
        }

        assertThat(segments()).hasSizeGreaterThan(3);
        List<StoredCommit> left = left();
        assertThat(left).hasSameSizeAs(appended);
        for (int i = 0; i < left.size(); i++) {
            StoredCommit read = left.get(i);
            assertThat(read.body()).isEqualTo(appended.get(i).body());
            assertThat(read.hash()).isEqualTo(appended.get(i).hash());
            assertThat(CommitCodec.encode(read.firstPosition(), read.recordedAt(), read.commit()))
                    .isEqualTo(read.body());
        }
    }

    @Test
    void aGroupThatIsLargerThanASegmentGetsOneOfItsOwn() throws IOException {
        append(group(1, 10));
        append(group(2, 500 * KIB));
        append(group(1, 10));

        assertThat(left()).hasSize(4);
    }

    @Test
    void segmentsGrowUpToTheLargest() throws IOException {
        for (int i = 0; i < 200; i++) {
            append(group(1, 10));
        }

        assertThat(sizes()).startsWith(64L * KIB, 128L * KIB, 256L * KIB, 256L * KIB);
    }

    @Test
    void whatTheDatabaseHoldsIsGivenFreeAndUsedAgainSoTheDiskUseIsBounded() throws IOException {
        long most = 0;
        for (int i = 0; i < 600; i++) {
            append(group(1, 10));
            index.noted = journal.segment();
            most = Math.max(most, bytes());
        }

        assertThat(most).isLessThanOrEqualTo(6 * 256 * KIB);
        assertThat(left()).hasSizeLessThan(70);
    }

    @Test
    void theDatabaseIsMadeToWriteItsTablesWhenItHoldsTooMuchBack() throws IOException {
        for (int i = 0; i < 110; i++) {
            append(group(1, 10));
        }
        assertThat(index.flushes).isZero();
        for (int i = 0; i < 110; i++) {
            append(group(1, 10));
        }
        assertThat(index.flushes).isPositive();
    }

    @Test
    @Timeout(60)
    void whoeverAppendsDoesNotWaitForTheNextSegmentToBeMade() throws Exception {
        journal.close();
        journal =
                Journal.begin(directory, disk, new Sizes(64 * KIB, 256 * KIB, 512 * KIB), Journal.housekeeper(), index);
        index.noted = journal.segment();
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        disk.beforeGrowth = () -> {
            making.countDown();
            await(goOn);
        };
        for (int i = 0; i < 8; i++) {
            append(group(1, 10));
        }
        await(making);
        for (int i = 0; i < 5; i++) {
            append(group(1, 10));
        }
        goOn.countDown();
        for (int i = 0; i < 5; i++) {
            append(group(1, 10));
        }

        assertThat(left()).hasSize(18);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatAFileHeldInAnEarlierLifeIsNotReadAgain() throws IOException {
        for (int i = 0; i < 5; i++) {
            append(group(1, 10));
        }
        journal.closeAsUnneeded();
        journal = begin(new Sizes(64 * KIB, 256 * KIB, 512 * KIB));
        index.noted = journal.segment();
        assertThat(bytes()).isEqualTo(64 * KIB);

        assertThat(left()).isEmpty();
        append(group(1, 10));
        assertThat(left()).hasSize(1);
    }

    @Test
    void withoutRoomForTheNextSegmentNothingIsStoredAndItGoesOnLater() throws IOException {
        disk.full = true;
        int stored = 0;
        try {
            while (stored < 100) {
                append(group(1, 10));
                stored++;
            }
        } catch (LogUnavailableException e) {
            assertThat(e.outcomeUnknown()).isFalse();
            assertThat(e).hasMessageContaining("No space left").hasMessageContaining("nothing was stored");
        }
        assertThat(stored).isBetween(10, 16);
        position--;
        disk.full = false;
        append(group(1, 10));

        assertThat(left()).hasSize(stored + 1);
    }

    @Test
    void interruptsNeitherEndNorHarmIt() throws Exception {
        List<Throwable> failures = new ArrayList<>();
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; i < 100; i++) {
                    Thread.currentThread().interrupt();
                    append(group(1, 5_000));
                    assertThat(Thread.interrupted()).isTrue();
                }
            } catch (Throwable e) {
                failures.add(e);
            }
        });
        writer.start();
        while (writer.isAlive()) {
            writer.interrupt();
            LockSupport.parkNanos(100_000);
        }

        assertThat(failures).isEmpty();
        assertThat(left()).hasSize(100);
    }

    @Test
    void aMissingSegmentIsFoundWhereverItIs() throws IOException {
        for (int i = 0; i < 200; i++) {
            append(group(1, 10));
        }
        List<Path> segments = segments();
        for (Path segment : segments) {
            Path elsewhere = directory.resolve("elsewhere");
            boolean prepared = segment.equals(segments.get(segments.size() - 1)) && !journal(segment);
            Files.move(segment, elsewhere);
            if (!prepared) {
                assertThatThrownBy(this::left)
                        .as(segment.toString())
                        .isInstanceOf(LogDamagedException.class)
                        .hasMessageContaining("is missing")
                        .hasMessageContaining("restore a backup");
            }
            Files.move(elsewhere, segment);
        }
        assertThat(left()).hasSize(200);
    }

    @Test
    void aSealThatIsNotWholeIsFound() throws IOException {
        for (int i = 0; i < 20; i++) {
            append(group(1, 10));
        }
        Path first = segments().get(0);
        overwrite(first, 15, new byte[BLOCK]);

        assertThatThrownBy(this::left)
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("the end of the one before it is missing");
    }

    @Test
    void swappedRemovedAndRepeatedRecordsAreFound() throws IOException {
        for (int i = 0; i < 10; i++) {
            append(group(1, 10));
        }
        Path segment = segments().get(0);
        byte[] third = block(segment, 3);
        byte[] fourth = block(segment, 4);
        overwrite(segment, 3, fourth);
        assertDamage("follows where");
        overwrite(segment, 4, third);
        assertDamage("follows where");
        overwrite(segment, 3, third);
        assertDamage("follows where");
        overwrite(segment, 4, fourth);
        assertThat(left()).hasSize(10);
        for (int block = 5; block < 10; block++) {
            overwrite(segment, block, block(segment, block + 1));
        }
        assertDamage("follows where");
    }

    @Test
    void theLastRecordIsDroppedWhenItIsNotWholeAndNothingElseIs() throws IOException {
        for (int i = 0; i < 5; i++) {
            append(group(1, 5_000));
        }
        append(group(3, 5_000));
        Path segment = segments().get(0);
        for (int block : new int[] {11, 12, 13, 14}) {
            byte[] kept = block(segment, block);
            overwrite(segment, block, new byte[BLOCK]);

            assertThat(left()).as("without block %d", block).hasSize(5);
            overwrite(segment, block, kept);
        }
        assertThat(left()).hasSize(8);
        overwrite(segment, 9, new byte[BLOCK]);
        assertDamage("what was written behind is there");
    }

    /** Whoever knows it could have bytes stored that look like a record; what a file held before would look like one. */
    @Test
    void everySegmentHasASaltOfItsOwn() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        try (Journal other =
                Journal.begin(elsewhere, disk, new Sizes(64 * KIB, 64 * KIB, 512 * KIB), Runnable::run, index)) {
            byte[] opening = block(segments().get(0), 0);
            byte[] itsOpening = block(elsewhere.resolve(segments().get(0).getFileName()), 0);

            assertThat(other.segment()).isEqualTo(journal.segment());
            assertThat(itsOpening).isNotEqualTo(opening);
        }
    }

    @Test
    void aRecordOfAnotherLifeOfTheSegmentIsNone() throws IOException {
        append(group(1, 10));
        byte[] record = block(segments().get(0), 1);
        record[SALT] ^= 1;
        overwrite(segments().get(0), 2, record);

        assertThat(left()).hasSize(1);
        record[SALT] ^= 1;
        overwrite(segments().get(0), 2, record);
        assertDamage("follows where");
    }

    private void assertDamage(String text) {
        assertThatThrownBy(this::left).isInstanceOf(LogDamagedException.class).hasMessageContaining(text);
    }

    private List<StoredCommit> append(List<StoredCommit> group) throws IOException {
        journal.makeRoom(group);
        journal.append(group);
        return group;
    }

    private List<StoredCommit> group(int commits, int payload) {
        return LongStream.range(0, commits)
                .mapToObj(i -> stored("x".repeat(payload)))
                .toList();
    }

    private StoredCommit stored(String payload) {
        String stream = "acme/invoice/" + UUID.randomUUID();
        return PreparedCommit.of(Commits.of("acme")
                        .event(Commits.anEvent(UUID.randomUUID().toString(), stream, 0, payload))
                        .build())
                .at(position++, Instant.EPOCH, CommitCodec.beforeTheFirst());
    }

    private List<StoredCommit> left() throws IOException {
        List<StoredCommit> found = new ArrayList<>();
        new LeftJournal(directory, Journal.disk()).read(index.noted, found::addAll);
        return found;
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("journal-\\d+"))
                    .sorted()
                    .toList();
        }
    }

    /** Whether anything was appended to {@code segment}. */
    private static boolean journal(Path segment) throws IOException {
        byte[] first = block(segment, 1);
        for (byte value : first) {
            if (value != 0) {
                return true;
            }
        }
        return false;
    }

    private List<Long> sizes() throws IOException {
        List<Long> sizes = new ArrayList<>();
        for (Path segment : segments()) {
            sizes.add(Files.size(segment));
        }
        return sizes;
    }

    private long bytes() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static byte[] block(Path file, int number) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] block = new byte[BLOCK];
            bytes.seek((long) number * BLOCK);
            bytes.readFully(block);
            return block;
        }
    }

    private static void overwrite(Path file, int number, byte[] block) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek((long) number * BLOCK);
            bytes.write(block);
        }
    }
}
