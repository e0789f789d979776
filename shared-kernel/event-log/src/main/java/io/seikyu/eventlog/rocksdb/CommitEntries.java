package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import java.util.List;
import java.util.OptionalLong;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** Everything the database holds of one commit. */
final class CommitEntries {
    private CommitEntries() {}

    /**
     * All of them or none, in memory: they have to be in the journal already.
     *
     * @param note of the journal's segment, when they are the first in it
     */
    static void write(List<StoredCommit> commits, OptionalLong note, Columns columns, Tuning tuning)
            throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            if (note.isPresent()) {
                batch.put(columns.journal(), Columns.SEGMENT, Bytes.position(note.getAsLong()));
            }
            for (StoredCommit commit : commits) {
                put(commit, columns, batch);
            }
            columns.db().write(tuning.inMemory, batch);
        }
    }

    static void put(StoredCommit commit, Columns columns, WriteBatch batch) throws RocksDBException {
        batch.put(columns.commits(), Bytes.position(commit.firstPosition()), Bytes.commit(commit));
        index(
                commit,
                (key, value) -> batch.put(columns.streams(), key, value),
                (key, value) -> batch.put(columns.keys(), key, value));
    }

    /** Names every entry that leads to {@code commit}. */
    static void index(StoredCommit commit, Entry inStreams, Entry inKeys) throws RocksDBException {
        List<NewEvent> events = commit.commit().events();
        for (int i = 0; i < events.size(); i++) {
            NewEvent event = events.get(i);
            if (event.stream() != null) {
                inStreams.put(
                        Bytes.sequence(event.stream(), event.sequence()),
                        new Bytes.Place(commit.firstPosition(), i).bytes());
            }
        }
        byte[] position = Bytes.position(commit.firstPosition());
        for (String key : Keys.of(commit.commit())) {
            if (!Bytes.isSequence(key)) {
                inKeys.put(Bytes.text(key), position);
            }
        }
    }

    /** Takes one entry. */
    interface Entry {
        void put(byte[] key, byte[] value) throws RocksDBException;
    }
}
