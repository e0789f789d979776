package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.LogUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/**
 * Opens, reopens and closes the database, and lets nobody use what is closed: RocksDB would take the process down with
 * it.
 */
final class Store implements AutoCloseable {
    private final Path directory;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private Tuning tuning;
    private Columns columns;
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
        this.directory = directory;
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
            release();
        } finally {
            use.writeLock().unlock();
        }
    }

    private void open() {
        Tuning opening = new Tuning();
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        List<ColumnFamilyDescriptor> descriptors = opening.columns();
        try {
            RocksDB db = RocksDB.open(opening.database(), directory.toString(), descriptors, handles);
            columns = Columns.of(db, handles);
            tuning = opening;
        } catch (RocksDBException e) {
            opening.close();
            throw meaning(e);
        }
    }

    private void release() {
        if (columns != null) {
            columns.db().close();
            columns = null;
            tuning.close();
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
