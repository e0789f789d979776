package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;

/**
 * Compares the indexes with the commits: every entry that a commit needs is there, and there is none that no commit
 * needs. The second is found by counting, so that nothing has to be looked up twice.
 */
final class IndexCheck {
    private final Columns columns;
    private long sequences;
    private long keys;

    IndexCheck(Columns columns) {
        this.columns = columns;
    }

    Optional<String> fault(long from, long to) throws RocksDBException {
        if (from <= 0) {
            columns.db().verifyChecksum();
        }
        Snapshot moment = columns.db().getSnapshot();
        try (ReadOptions options = new ReadOptions().setSnapshot(moment).setFillCache(false)) {
            long end = end(options);
            Optional<String> missing = missing(from, to, options);
            if (missing.isPresent()) {
                return missing;
            }
            Count inStreams = count(columns.streams(), from, to, options);
            Count inKeys = count(columns.keys(), from, to, options);
            return surplus("stream", inStreams, sequences, end).or(() -> surplus("key", inKeys, keys, end));
        } finally {
            columns.db().releaseSnapshot(moment);
        }
    }

    private long end(ReadOptions options) throws RocksDBException {
        try (RocksIterator commits = columns.db().newIterator(columns.commits(), options)) {
            commits.seekToLast();
            commits.status();
            return commits.isValid() ? Bytes.commit(commits.value()).lastPosition() : -1;
        }
    }

    private Optional<String> missing(long from, long to, ReadOptions options) throws RocksDBException {
        try (RocksIterator commits = columns.db().newIterator(columns.commits(), options)) {
            for (commits.seek(Bytes.position(from)); commits.isValid(); commits.next()) {
                StoredCommit commit = Bytes.commit(commits.value());
                if (commit.firstPosition() > to) {
                    break;
                }
                Optional<String> missing = missing(commit, options);
                if (missing.isPresent()) {
                    return missing;
                }
            }
            commits.status();
        }
        return Optional.empty();
    }

    private Optional<String> missing(StoredCommit commit, ReadOptions options) throws RocksDBException {
        List<NewEvent> events = commit.commit().events();
        for (int i = 0; i < events.size(); i++) {
            NewEvent event = events.get(i);
            if (event.stream() != null) {
                sequences++;
                byte[] key = Bytes.sequence(event.stream(), event.sequence());
                byte[] place = new Bytes.Place(commit.firstPosition(), i).bytes();
                if (!Arrays.equals(place, columns.db().get(columns.streams(), options, key))) {
                    return Optional.of("the stream index does not lead to event " + event.sequence() + " of "
                            + event.stream() + " at position " + (commit.firstPosition() + i));
                }
            }
        }
        byte[] position = Bytes.position(commit.firstPosition());
        for (String key : Keys.of(commit.commit())) {
            if (!Bytes.isSequence(key)) {
                keys++;
                if (!Arrays.equals(position, columns.db().get(columns.keys(), options, Bytes.text(key)))) {
                    return Optional.of("the key index does not lead from "
                            + Keys.taken(key).key() + " to the commit at position " + commit.firstPosition());
                }
            }
        }
        return Optional.empty();
    }

    private Count count(ColumnFamilyHandle index, long from, long to, ReadOptions options) throws RocksDBException {
        long within = 0;
        long last = -1;
        try (RocksIterator entries = columns.db().newIterator(index, options)) {
            for (entries.seekToFirst(); entries.isValid(); entries.next()) {
                long position = Bytes.position(entries.value());
                last = Math.max(last, position);
                if (position >= from && position <= to) {
                    within++;
                }
            }
            entries.status();
        }
        return new Count(within, last);
    }

    private static Optional<String> surplus(String index, Count count, long needed, long end) {
        if (count.last > end) {
            return Optional.of("the " + index + " index leads to position " + count.last + ", but the log ends at "
                    + end + ": its end was removed");
        }
        return count.within == needed
                ? Optional.empty()
                : Optional.of("the " + index + " index has " + count.within + " entries, the commits need " + needed);
    }

    /** @param last position that any entry leads to */
    private record Count(long within, long last) {}
}
