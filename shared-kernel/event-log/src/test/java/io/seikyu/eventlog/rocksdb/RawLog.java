package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.StoredCommit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** A closed log's database, open for somebody who tampers with it. */
public final class RawLog implements AutoCloseable {
    private final Tuning tuning = new Tuning();
    private final Columns columns;

    public RawLog(Path directory) throws RocksDBException {
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        RocksDB db = RocksDB.open(tuning.database(), directory.toString(), tuning.columns(), handles);
        columns = Columns.of(db, handles);
    }

    public StoredCommit commit(long firstPosition) throws RocksDBException {
        return Bytes.commit(value(firstPosition));
    }

    public byte[] value(long firstPosition) throws RocksDBException {
        return columns.db().get(columns.commits(), Bytes.position(firstPosition));
    }

    public void putValue(long firstPosition, byte[] value) throws RocksDBException {
        columns.db().put(columns.commits(), Bytes.position(firstPosition), value);
    }

    /** Writes the commit alone, without its index entries. */
    public void putBare(StoredCommit commit) throws RocksDBException {
        putValue(commit.firstPosition(), Bytes.commit(commit));
    }

    /** Writes the commit and every entry that leads to it. */
    public void put(StoredCommit commit) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch();
                WriteOptions options = new WriteOptions()) {
            CommitEntries.put(commit, columns, batch);
            columns.db().write(options, batch);
        }
    }

    public void deleteCommit(long firstPosition) throws RocksDBException {
        columns.db().delete(columns.commits(), Bytes.position(firstPosition));
    }

    public void deleteKey(String key) throws RocksDBException {
        columns.db().delete(Bytes.isSequence(key) ? columns.streams() : columns.keys(), Bytes.key(key));
    }

    public void putKey(String key, long position) throws RocksDBException {
        byte[] value = Bytes.isSequence(key) ? new Bytes.Place(position, 0).bytes() : Bytes.position(position);
        columns.db().put(Bytes.isSequence(key) ? columns.streams() : columns.keys(), Bytes.key(key), value);
    }

    public List<Long> firstPositions() {
        List<Long> positions = new ArrayList<>();
        try (RocksIterator commits = columns.db().newIterator(columns.commits())) {
            for (commits.seekToFirst(); commits.isValid(); commits.next()) {
                positions.add(Bytes.position(commits.key()));
            }
        }
        return positions;
    }

    @Override
    public void close() {
        columns.db().close();
        tuning.close();
    }
}
