package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import java.security.SecureRandom;
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
 * needs. Both are read in their own order and summed up; only when the sums differ is the entry looked for.
 */
final class IndexCheck {
    private final Columns columns;
    private final ReadOptions options;
    private final byte[] seed = new byte[16];
    private long end = -1;

    private IndexCheck(Columns columns, ReadOptions options) {
        this.columns = columns;
        this.options = options;
        new SecureRandom().nextBytes(seed);
    }

    /** What is wrong with the entries that lead to positions from {@code from} to {@code to}. */
    static Optional<String> fault(Columns columns, long from, long to) throws RocksDBException {
        if (from <= 0) {
            columns.db().verifyChecksum();
        }
        Snapshot moment = columns.db().getSnapshot();
        try (ReadOptions options = new ReadOptions().setSnapshot(moment).setFillCache(false)) {
            return new IndexCheck(columns, options).fault(from, to);
        } finally {
            columns.db().releaseSnapshot(moment);
        }
    }

    private Optional<String> fault(long from, long to) throws RocksDBException {
        EntrySum neededInStreams = new EntrySum(seed);
        EntrySum neededInKeys = new EntrySum(seed);
        try (RocksIterator commits = columns.db().newIterator(columns.commits(), options)) {
            for (commits.seek(Bytes.position(from)); commits.isValid(); commits.next()) {
                StoredCommit commit = Bytes.commit(commits.value());
                end = commit.lastPosition();
                if (commit.firstPosition() <= to) {
                    CommitEntries.index(commit, neededInStreams::add, neededInKeys::add);
                }
            }
            commits.status();
        }
        EntrySum inStreams = sum(columns.streams(), from, to);
        EntrySum inKeys = sum(columns.keys(), from, to);
        if (inStreams.same(neededInStreams) && inKeys.same(neededInKeys)) {
            return Optional.empty();
        }
        Optional<String> missing = missing(from, to);
        return missing.isPresent()
                ? missing
                : surplus("stream", inStreams, neededInStreams).or(() -> surplus("key", inKeys, neededInKeys));
    }

    private EntrySum sum(ColumnFamilyHandle index, long from, long to) throws RocksDBException {
        EntrySum sum = new EntrySum(seed);
        try (RocksIterator entries = columns.db().newIterator(index, options)) {
            for (entries.seekToFirst(); entries.isValid(); entries.next()) {
                byte[] value = entries.value();
                long position = Bytes.position(value);
                sum.leadsTo(position);
                if (position >= from && position <= to || position > end) {
                    sum.add(entries.key(), value);
                }
            }
            entries.status();
        }
        return sum;
    }

    private Optional<String> missing(long from, long to) throws RocksDBException {
        try (RocksIterator commits = columns.db().newIterator(columns.commits(), options)) {
            for (commits.seek(Bytes.position(from)); commits.isValid(); commits.next()) {
                StoredCommit commit = Bytes.commit(commits.value());
                Optional<String> missing = commit.firstPosition() <= to ? missing(commit) : Optional.empty();
                if (missing.isPresent()) {
                    return missing;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> missing(StoredCommit commit) throws RocksDBException {
        List<NewEvent> events = commit.commit().events();
        for (int i = 0; i < events.size(); i++) {
            NewEvent event = events.get(i);
            byte[] place = new Bytes.Place(commit.firstPosition(), i).bytes();
            if (event.stream() != null
                    && !leads(columns.streams(), Bytes.sequence(event.stream(), event.sequence()), place)) {
                return Optional.of("the stream index does not lead to event " + event.sequence() + " of "
                        + event.stream() + " at position " + (commit.firstPosition() + i));
            }
        }
        byte[] position = Bytes.position(commit.firstPosition());
        for (String key : Keys.of(commit.commit())) {
            if (!Bytes.isSequence(key) && !leads(columns.keys(), Bytes.text(key), position)) {
                return Optional.of("the key index does not lead from "
                        + Keys.taken(key).key() + " to the commit at position " + commit.firstPosition());
            }
        }
        return Optional.empty();
    }

    private boolean leads(ColumnFamilyHandle index, byte[] key, byte[] value) throws RocksDBException {
        return Arrays.equals(value, columns.db().get(index, options, key));
    }

    private Optional<String> surplus(String index, EntrySum has, EntrySum needed) {
        if (has.last() > end) {
            return Optional.of("the " + index + " index leads to position " + has.last() + ", but the log ends at "
                    + end + ": its end was removed");
        }
        return has.same(needed)
                ? Optional.empty()
                : Optional.of(
                        "the " + index + " index has " + has.count() + " entries, the commits need " + needed.count());
    }
}
