package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.StoredCommit;
import java.time.Instant;
import java.util.Arrays;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * Where the log ends: what the next commit follows.
 *
 * @param position   of the last event, or -1
 * @param recordedAt of the last commit
 * @param hash       of the last commit
 */
record Tail(long position, Instant recordedAt, byte[] hash) {
    static final Tail EMPTY = new Tail(-1, Instant.MIN, CommitCodec.beforeTheFirst());

    static Tail of(Columns columns) throws RocksDBException {
        try (RocksIterator commits = columns.db().newIterator(columns.commits())) {
            commits.seekToLast();
            commits.status();
            return commits.isValid() ? after(Bytes.commit(commits.value())) : EMPTY;
        }
    }

    static Tail after(StoredCommit commit) {
        return new Tail(commit.lastPosition(), commit.recordedAt(), commit.hash());
    }

    /** @throws LogDamagedException when {@code commit} does not continue the chain here */
    Tail continuedBy(StoredCommit commit) {
        boolean fits = commit.firstPosition() == position + 1
                && !commit.recordedAt().isBefore(recordedAt)
                && Arrays.equals(commit.hash(), CommitCodec.hash(hash, commit.body()))
                && Arrays.equals(
                        commit.body(),
                        CommitCodec.encode(commit.firstPosition(), commit.recordedAt(), commit.commit()));
        if (!fits) {
            throw new LogDamagedException(
                    "the commit at position " + commit.firstPosition() + " does not continue the log, which ends at "
                            + position,
                    null);
        }
        return after(commit);
    }
}
