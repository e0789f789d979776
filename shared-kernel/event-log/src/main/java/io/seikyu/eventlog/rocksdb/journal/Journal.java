package io.seikyu.eventlog.rocksdb.journal;

import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.StoredCommit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes commits durable: one write and one flush of the disk for a group, over blocks that were written before, so that
 * the file system has nothing else to make durable. The database follows and may lose what it holds in memory: what is
 * behind its tables is read from here again ({@link LeftJournal}).
 *
 * <p>A journal is never continued. Each begins with a segment of its own, the database notes the segment in the same
 * step as the first commit in it, and once that note is durable, all segments before are free.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int WRITE_BUFFER = 128 * 1024;
    private static final int FILL_BUFFER = 256 * 1024;

    /** What the journal stands before. */
    public interface Database {
        /** The last segment whose note is durable, and with it everything in the segments before. */
        long durablyNoted();

        /** Makes everything durable that the database was given. */
        void flush();
    }

    private final Folder folder;
    private final Sizes sizes;
    private final Executor housekeeping;
    private final Database database;
    private final ByteBuffer writing = ByteBuffer.allocateDirect(WRITE_BUFFER);
    private final ByteBuffer filling = ByteBuffer.allocateDirect(FILL_BUFFER);
    private final Deque<Segment> full = new ArrayDeque<>();

    /** Changed by whoever appends only, who therefore never waits for one that prepares the next or tidies up. */
    private volatile Segment current;

    /** Whether {@link #next} is to be turned to; known to whoever appends. */
    private boolean turning;

    private Segment next;
    private boolean closed;

    private Journal(Path directory, Disk disk, Sizes sizes, Executor housekeeping, Database database) {
        this.folder = new Folder(directory, disk);
        this.sizes = sizes;
        this.housekeeping = housekeeping;
        this.database = database;
    }

    public static Disk disk() {
        return new FileDisk();
    }

    /** A thread that is there while there is something to do. */
    public static Executor housekeeper() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "journal");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Begins a journal in {@code directory}, behind those that were left there. */
    public static Journal begin(Path directory, Disk disk, Sizes sizes, Executor housekeeping, Database database)
            throws IOException {
        Journal journal = new Journal(directory, disk, sizes, housekeeping, database);
        journal.folder.deleteUnfinished();
        journal.current = journal.make(journal.folder.nextNumber(), sizes.first());
        return journal;
    }

    /** The number of the segment that took the last group. */
    public long segment() {
        return current.number();
    }

    /**
     * To be called before {@link #append}.
     *
     * @throws LogUnavailableException when there is no room for a segment; nothing was stored
     */
    public void makeRoom(List<StoredCommit> group) {
        long frame = Frame.size(group);
        turning = !current.takes(frame);
        if (turning) {
            try {
                haveNextFor(frame);
            } catch (IOException e) {
                throw new LogUnavailableException(
                        "the log's journal could not be given a further segment (" + e.getMessage()
                                + "); nothing was stored",
                        e,
                        false);
            }
        }
    }

    private synchronized void haveNextFor(long frame) throws IOException {
        if (next != null && !next.takes(frame)) {
            release(next);
            next = null;
        }
        if (next == null) {
            next = make(current.number() + 1, Math.max(sizes.after(current.size()), Segment.sizeFor(frame)));
        }
    }

    /**
     * The commits are durable when it returns. When it throws, that cannot be known, and no more may be appended: what
     * the system shows of a file after a failed flush need not be on the disk.
     */
    public void append(List<StoredCommit> group) throws IOException {
        boolean switched = turning;
        if (switched) {
            current.seal(group.get(0).firstPosition(), writing);
            turnTo();
        }
        boolean wasHalfFull = current.halfFull();
        current.append(group, writing);
        if (switched || current.halfFull() && !wasHalfFull) {
            housekeeping.execute(this::keepHouse);
        }
    }

    private synchronized void turnTo() {
        full.add(current);
        current = next;
        next = null;
        turning = false;
    }

    /** Gives the files of all segments before {@code number} free: the database holds what is in them durably. */
    public synchronized void freeBefore(long number) throws IOException {
        if (closed) {
            return;
        }
        while (!full.isEmpty() && full.peek().number() < number) {
            full.remove().close();
        }
        for (Map.Entry<Long, Path> segment : folder.segments().headMap(number).entrySet()) {
            folder.free(segment.getKey(), segment.getValue(), sizes.largest());
        }
    }

    /** Ends a journal that the database needs no more: it holds everything durably and has no note. */
    public synchronized void closeAsUnneeded() throws IOException {
        close();
        for (Map.Entry<Long, Path> segment : folder.segments().entrySet()) {
            folder.free(segment.getKey(), segment.getValue(), sizes.largest());
        }
    }

    /** Ends the journal. Its files stay as they are. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        for (Segment segment : full) {
            segment.close();
        }
        full.clear();
        current.close();
        if (next != null) {
            next.close();
        }
    }

    /** Bytes in segments that the database has not made superfluous yet. */
    public synchronized long held() {
        return heldInFull() + current.size();
    }

    private synchronized long heldInFull() {
        return full.stream().mapToLong(Segment::size).sum();
    }

    private void keepHouse() {
        try {
            prepareNext();
            if (heldInFull() >= sizes.unflushed()) {
                database.flush();
            }
            freeBefore(database.durablyNoted());
        } catch (IOException | RuntimeException e) {
            if (!isClosed()) {
                // whoever appends will try again, and hears of it
                LOG.warn("The journal could not be kept in order: {}", e.toString());
            }
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void prepareNext() throws IOException {
        if (!closed && next == null && current.halfFull()) {
            next = make(current.number() + 1, sizes.after(current.size()));
        }
    }

    private Segment make(long number, long size) throws IOException {
        return Segment.make(folder, number, size, filling);
    }

    private void release(Segment segment) throws IOException {
        segment.close();
        folder.free(segment.number(), segment.file(), sizes.largest());
    }
}
