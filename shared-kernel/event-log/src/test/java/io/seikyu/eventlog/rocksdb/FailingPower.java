package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.rocksdb.journal.Disk;
import io.seikyu.eventlog.rocksdb.journal.Journal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A disk whose power fails at a chosen operation. Of what was written and not forced, each sector of 512 bytes is then
 * as it was, as it was to be, empty, or garbage; of the names that were not synced, the later ones are as they were. On
 * demand a flush fails now and then, and what it was to make durable never is, though it can be read; and now and then
 * there is no thread for what is to be done behind a flush.
 */
final class FailingPower implements Disk {
    private static final int SECTOR = 512;

    private final Disk disk = Journal.disk();
    private final Random random;
    private final Path trash;
    private final Map<Path, List<Unforced>> unforced = new HashMap<>();
    private final Map<Path, List<Unforced>> neverForced = new HashMap<>();
    private final Deque<Renaming> unsynced = new ArrayDeque<>();
    private int operationsLeft;
    private boolean failed;
    private boolean faulty;
    private int freed;
    private int trashed;

    private record Unforced(long at, byte[] before, byte[] after) {}

    private record Renaming(Path from, Path to) {}

    /** The machine stands still: nobody catches this and goes on. */
    static final class PowerFailure extends Error {
        private static final long serialVersionUID = 1L;
    }

    FailingPower(Random random, Path trash, int operations) {
        this.random = random;
        this.trash = trash;
        this.operationsLeft = operations;
    }

    /** From here on flushes fail now and then. */
    void becomeFaulty() {
        faulty = true;
    }

    /** From here on they do not. */
    void becomeSound() {
        faulty = false;
    }

    boolean failed() {
        return failed;
    }

    /** From here on nothing fails. */
    void back() {
        failed = false;
        faulty = false;
        operationsLeft = Integer.MAX_VALUE;
    }

    /** Where a thread would do it. */
    void meanwhile(Runnable task) {
        if (faulty && random.nextInt(4) == 0) {
            throw new OutOfMemoryError("for the test: no thread");
        }
        task.run();
    }

    /** How many files were given free so far: the database must not be older than that. */
    int freed() {
        return freed;
    }

    /** Makes {@code image}, a copy of the journal's directory, what is found when the power is back. */
    void lose(Path image) throws IOException {
        for (Map<Path, List<Unforced>> files : List.of(neverForced, unforced)) {
            for (Map.Entry<Path, List<Unforced>> file : files.entrySet()) {
                Path copy = image.resolve(file.getKey().getFileName());
                if (Files.exists(copy)) {
                    lose(copy, file.getValue());
                }
            }
        }
        for (int undone = random.nextInt(unsynced.size() + 1); undone > 0; undone--) {
            Renaming last = unsynced.removeLast();
            Path from = image.resolve(last.from.getFileName());
            if (last.to == null || last.to.getParent().equals(trash)) {
                Files.copy(last.to, from, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(image.resolve(last.to.getFileName()), from, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void lose(Path copy, List<Unforced> writes) throws IOException {
        int mood = random.nextInt(6);
        try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
            for (Unforced write : writes) {
                for (int from = 0; from < write.after.length; from += SECTOR) {
                    int length = Math.min(SECTOR, write.after.length - from);
                    byte[] sector = new byte[length];
                    switch (mood < 4 ? mood : random.nextInt(4)) {
                        case 0 -> System.arraycopy(write.after, from, sector, 0, length);
                        case 1 -> System.arraycopy(write.before, from, sector, 0, length);
                        case 2 -> random.nextBytes(sector);
                        default -> {}
                    }
                    file.seek(write.at + from);
                    file.write(sector);
                }
            }
        }
    }

    private void operation() {
        if (failed || operationsLeft-- <= 0) {
            failed = true;
            throw new PowerFailure();
        }
    }

    @Override
    public Blocks open(Path file) throws IOException {
        return new FailingBlocks(file, disk.open(file));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        operation();
        disk.move(from, to);
        neverForced.remove(from);
        unsynced.add(new Renaming(from, to));
        List<Unforced> moved = unforced.remove(from);
        if (moved != null) {
            unforced.put(to, moved);
        }
        if (to.toString().endsWith(".free")) {
            freed++;
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        operation();
        if (Files.exists(file)) {
            Path thrownAway = trash.resolve("trash-" + trashed++);
            Files.move(file, thrownAway);
            unsynced.add(new Renaming(file, thrownAway));
            unforced.remove(file);
            neverForced.remove(file);
            freed++;
        }
    }

    @Override
    public void sync(Path directory) throws IOException {
        operation();
        disk.sync(directory);
        unsynced.clear();
    }

    private final class FailingBlocks implements Blocks {
        private final Path file;
        private final Blocks blocks;

        FailingBlocks(Path file, Blocks blocks) {
            this.file = file;
            this.blocks = blocks;
        }

        @Override
        public long size() throws IOException {
            return blocks.size();
        }

        @Override
        public void read(ByteBuffer into, long at) throws IOException {
            blocks.read(into, at);
        }

        @Override
        public void write(ByteBuffer from, long at) throws IOException {
            byte[] after = new byte[from.remaining()];
            from.duplicate().get(after);
            ByteBuffer before = ByteBuffer.allocate(after.length);
            blocks.read(before, at);
            if (!failed) {
                unforced.computeIfAbsent(file, any -> new ArrayList<>()).add(new Unforced(at, before.array(), after));
            }
            // it fails while this is written: some of it may be there
            operation();
            blocks.write(from, at);
        }

        @Override
        public void force() throws IOException {
            operation();
            if (faulty && random.nextInt(25) == 0 && unforced.containsKey(file)) {
                neverForced.computeIfAbsent(file, any -> new ArrayList<>()).addAll(unforced.remove(file));
                throw new IOException("Input/output error");
            }
            blocks.force();
            unforced.remove(file);
        }

        @Override
        public void close() throws IOException {
            blocks.close();
        }
    }
}
