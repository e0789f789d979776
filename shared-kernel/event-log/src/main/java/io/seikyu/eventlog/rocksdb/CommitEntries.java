package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import java.util.List;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** Everything the database holds of one commit. */
final class CommitEntries {
    private CommitEntries() {}

    /** All of them durably, or none. */
    static Void write(List<StoredCommit> commits, Columns columns, Tuning tuning) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            for (StoredCommit commit : commits) {
                put(commit, columns, batch);
            }
            columns.db().write(tuning.durable, batch);
        }
        return null;
    }

    static void put(StoredCommit commit, Columns columns, WriteBatch batch) throws RocksDBException {
        byte[] position = Bytes.position(commit.firstPosition());
        batch.put(columns.commits(), position, Bytes.commit(commit));
        List<NewEvent> events = commit.commit().events();
        for (int i = 0; i < events.size(); i++) {
            NewEvent event = events.get(i);
            if (event.stream() != null) {
                batch.put(
                        columns.streams(),
                        Bytes.sequence(event.stream(), event.sequence()),
                        new Bytes.Place(commit.firstPosition(), i).bytes());
            }
        }
        for (String key : Keys.of(commit.commit())) {
            if (!Bytes.isSequence(key)) {
                batch.put(columns.keys(), Bytes.text(key), position);
            }
        }
    }
}
