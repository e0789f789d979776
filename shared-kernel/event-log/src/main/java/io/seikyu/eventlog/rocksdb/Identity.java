package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.LogDamagedException;
import java.util.UUID;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** The log's name, given when it is opened for the first time. */
final class Identity {
    private Identity() {}

    static UUID of(Columns columns, Tuning tuning) throws RocksDBException {
        byte[] known = columns.db().get(columns.meta(), Columns.LOG_ID);
        if (known != null) {
            return Bytes.uuid(known);
        }
        try (RocksIterator commits = columns.db().newIterator(columns.commits())) {
            commits.seekToFirst();
            if (commits.isValid()) {
                throw new LogDamagedException("the log holds commits and has no id", null);
            }
        }
        return name(UUID.randomUUID(), columns, tuning);
    }

    /** Durable when it returns. */
    static UUID name(UUID id, Columns columns, Tuning tuning) throws RocksDBException {
        columns.db().put(columns.meta(), tuning.inMemory, Columns.LOG_ID, Bytes.uuid(id));
        columns.db().flush(tuning.flush, columns.all());
        return id;
    }
}
