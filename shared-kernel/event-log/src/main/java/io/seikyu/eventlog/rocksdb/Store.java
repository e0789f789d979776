package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.rocksdb.journal.Disk;
import io.seikyu.eventlog.rocksdb.journal.Journal;
import io.seikyu.eventlog.rocksdb.journal.LeftJournal;
import io.seikyu.eventlog.rocksdb.journal.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens, reopens and closes the database and the journal before it, and lets nobody use what is closed: RocksDB would
 * take the process down with it.
 */
final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final Path directory;
    private final Disk disk;
    private final Sizes sizes;
    private final Executor housekeeping;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private Tuning tuning;
    private Columns columns;
    private Journal journal;
    private long noted;
    private boolean closed;

    /** Work on the open database. */
    interface Work<T> {
        T with(Columns columns, Tuning tuning) throws RocksDBException;
    }

    /**
     * @throws LogUnavailableException when it is open elsewhere or the file system fails
     * @throws LogDamagedException     when its files are not what was written
     */
    Store(Path directory) {
        this(directory, Journal.disk(), Sizes.USUAL, Journal.housekeeper());
    }

    Store(Path directory, Disk disk, Sizes sizes, Executor housekeeping) {
        this.directory = directory;
        this.disk = disk;
        this.sizes = sizes;
        this.housekeeping = housekeeping;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new LogUnavailableException("the log's directory " + directory + " cannot be made", e, false);
        }
        open();
    }

    /** Does {@code work} while nobody closes the database. */
    <T> T use(Work<T> work) {
        use.readLock().lock();
        try {
            if (columns == null) {
                throw new LogUnavailableException(
                        "the log in " + directory + (closed ? " is closed" : " could not be reopened"), null, false);
            }
            return work.with(columns, tuning);
        } catch (RocksDBException e) {
            throw meaning(e);
        } finally {
            use.readLock().unlock();
        }
    }

    /** @throws LogUnavailableException when there is no room for {@code commits}; nothing was stored */
    void makeRoom(List<StoredCommit> commits) {
        use((columns, tuning) -> {
            journal.makeRoom(commits);
            return null;
        });
    }

    /**
     * The commits are durable and can be read when it returns. When it throws, the store has to be reopened: all of them
     * may have been stored, or none. For one thread at a time, behind {@link #makeRoom}.
     */
    void append(List<StoredCommit> commits) {
        use((columns, tuning) -> {
            try {
                journal.append(commits);
            } catch (IOException e) {
                throw new LogUnavailableException(
                        "the journal of the log in " + directory + " failed: " + e.getMessage(), e, true);
            }
            long segment = journal.segment();
            OptionalLong note = segment == noted ? OptionalLong.empty() : OptionalLong.of(segment);
            CommitEntries.write(commits, note, columns, tuning);
            noted = segment;
            return null;
        });
    }

    /** Makes everything durable in tables. */
    void flush() {
        use((columns, tuning) -> {
            columns.db().flush(tuning.flush, columns.all());
            return null;
        });
    }

    /** Bytes of the journal that may not be in tables yet. */
    long unwritten() {
        use.readLock().lock();
        try {
            return journal == null ? 0 : journal.held();
        } finally {
            use.readLock().unlock();
        }
    }

    /** Writes a copy of the database that needs no journal. The directory must not exist. */
    void copy(Path to) {
        use((columns, tuning) -> {
            try (Checkpoint checkpoint = Checkpoint.create(columns.db())) {
                // all that is in memory becomes tables first
                checkpoint.createCheckpoint(to.toString());
            }
            return null;
        });
        try (Tuning opening = new Tuning()) {
            Columns copy = open(to, opening);
            try {
                dropNote(copy, opening);
            } finally {
                copy.db().close();
            }
        } catch (RocksDBException e) {
            throw meaning(e);
        }
    }

    /** After a failed write: RocksDB takes no more writes until it is opened anew. */
    void reopen() {
        use.writeLock().lock();
        try {
            if (closed) {
                throw new LogUnavailableException("the log in " + directory + " is closed", null, false);
            }
            release();
            open();
        } finally {
            use.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            closed = true;
            if (columns != null) {
                leaveNothingToReplay();
            }
            release();
        } finally {
            use.writeLock().unlock();
        }
    }

    /** What this cannot do for want of room, the next opening does. */
    private void leaveNothingToReplay() {
        try {
            dropNote(columns, tuning);
            journal.closeAsUnneeded();
        } catch (RocksDBException | IOException e) {
            LOG.warn(
                    "The log in {} will be read from its journal when it is opened again: {}", directory, e.toString());
        }
    }

    private static void dropNote(Columns of, Tuning tuning) throws RocksDBException {
        of.db().delete(of.journal(), tuning.inMemory, Columns.SEGMENT);
        of.db().flush(tuning.flush, of.all());
    }

    private static Columns open(Path directory, Tuning tuning) throws RocksDBException {
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        return Columns.of(RocksDB.open(tuning.database(), directory.toString(), tuning.columns(), handles), handles);
    }

    private void open() {
        tuning = new Tuning();
        try {
            columns = open(directory, tuning);
            long replayed = Replay.of(new LeftJournal(directory, disk), columns, tuning);
            journal = Journal.begin(directory, disk, sizes, housekeeping, new Notes());
            noted = journal.segment();
            columns.db().put(columns.journal(), tuning.inMemory, Columns.SEGMENT, Bytes.position(noted));
            // what was read from files that were not made durable by this process is made so here
            columns.db().flush(tuning.flush, columns.all());
            journal.freeBefore(noted);
            if (replayed > 0) {
                LOG.info("{} commits of the log in {} were read from its journal", replayed, directory);
            }
        } catch (RocksDBException e) {
            release();
            throw meaning(e);
        } catch (IOException e) {
            release();
            throw new LogUnavailableException(
                    "the journal of the log in " + directory + " failed: " + e.getMessage(), e, false);
        } catch (RuntimeException | Error e) {
            release();
            throw e;
        }
    }

    private void release() {
        if (columns != null) {
            columns.db().close();
            columns = null;
        }
        if (journal != null) {
            try {
                journal.close();
            } catch (IOException e) {
                LOG.warn("The journal of the log in {} could not be closed: {}", directory, e.toString());
            }
            journal = null;
        }
        tuning.close();
    }

    /** What the journal hears of the database, and asks of it. */
    private final class Notes implements Journal.Database {
        @Override
        public long durablyNoted() {
            return use((columns, tuning) -> {
                byte[] note = columns.db().get(columns.journal(), tuning.durable, Columns.SEGMENT);
                return note == null ? 0 : Bytes.position(note);
            });
        }

        @Override
        public void flush() {
            Store.this.flush();
        }
    }

    private RuntimeException meaning(RocksDBException e) {
        String message = String.valueOf(e.getMessage());
        Status.Code code = e.getStatus() == null ? null : e.getStatus().getCode();
        if (message.contains("lock ") || message.contains("LOCK")) {
            return new LogUnavailableException(
                    "the log in " + directory + " is open already, here or in another process; only one may have it",
                    e,
                    false);
        }
        if (code == Status.Code.Corruption) {
            return new LogDamagedException(
                    "the log in " + directory + " is damaged (" + message
                            + "); restore a backup, then verify it against the checkpoints",
                    e);
        }
        return new LogUnavailableException("the log in " + directory + " failed: " + message, e, false);
    }
}
