package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.rocksdb.journal.LeftJournal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.rocksdb.RocksDBException;

/** Brings a database that was just opened to where the journal ends. What it writes is not durable yet. */
final class Replay {
    private final Columns columns;
    private final Tuning tuning;
    private final long held;
    private Tail tail;
    private StoredCommit known;
    private long replayed;

    private Replay(Columns columns, Tuning tuning) throws RocksDBException {
        this.columns = columns;
        this.tuning = tuning;
        this.tail = Tail.of(columns);
        this.held = tail.position();
    }

    /**
     * @return how many commits were replayed
     * @throws LogDamagedException when the journal does not continue what the database holds
     */
    static long of(LeftJournal left, Columns columns, Tuning tuning) throws RocksDBException, IOException {
        Replay replay = new Replay(columns, tuning);
        byte[] noted = columns.db().get(columns.journal(), Columns.SEGMENT);
        if (noted == null) {
            left.readUnneeded(replay::know);
        } else {
            left.read(Bytes.position(noted), replay::take);
        }
        replay.compareWithWhatIsKnown();
        return replay.replayed;
    }

    private void take(List<StoredCommit> group) {
        List<StoredCommit> behind = new ArrayList<>(group.size());
        for (StoredCommit commit : group) {
            if (commit.lastPosition() <= held) {
                known = commit;
            } else {
                tail = tail.continuedBy(commit);
                behind.add(commit);
            }
        }
        if (!behind.isEmpty()) {
            write(behind);
            replayed += behind.size();
        }
    }

    private void know(List<StoredCommit> group) {
        StoredCommit last = group.get(group.size() - 1);
        if (last.lastPosition() > held) {
            throw new LogDamagedException(
                    "the log ends at position " + held + ", but there is a journal with position " + last.lastPosition()
                            + ", which this database does not know; restore a backup as a whole",
                    null);
        }
        known = last;
    }

    private void write(List<StoredCommit> commits) {
        try {
            CommitEntries.write(commits, OptionalLong.empty(), columns, tuning);
        } catch (RocksDBException e) {
            throw new LogUnavailableException("the journal could not be replayed: " + e.getMessage(), e, false);
        }
    }

    private void compareWithWhatIsKnown() throws RocksDBException {
        if (known == null) {
            return;
        }
        byte[] stored = columns.db().get(columns.commits(), Bytes.position(known.firstPosition()));
        if (!Arrays.equals(stored, Bytes.commit(known))) {
            throw new LogDamagedException(
                    "the commit at position " + known.firstPosition()
                            + " is another one in the journal than in the database; restore a backup, then verify it"
                            + " against the checkpoints",
                    null);
        }
    }
}
