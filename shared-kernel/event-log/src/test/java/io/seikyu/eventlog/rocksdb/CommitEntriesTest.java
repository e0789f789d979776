package io.seikyu.eventlog.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.Commits;
import io.seikyu.eventlog.PreparedCommit;
import io.seikyu.eventlog.StoredCommit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Statistics;
import org.rocksdb.TickerType;

class CommitEntriesTest {
    @TempDir
    private Path directory;

    /** A killed process does not lose what the operating system still holds, a power failure does: hence this test. */
    @Test
    void everyBatchIsSyncedToDisk() throws RocksDBException {
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (Tuning tuning = new Tuning();
                Statistics statistics = new Statistics();
                RocksDB db = RocksDB.open(
                        tuning.database().setStatistics(statistics), directory.toString(), tuning.columns(), handles)) {
            Columns columns = Columns.of(db, handles);
            long before = statistics.getTickerCount(TickerType.WAL_FILE_SYNCED);
            for (int i = 0; i < 5; i++) {
                CommitEntries.write(List.of(commit(i)), columns, tuning);
            }

            assertThat(statistics.getTickerCount(TickerType.WAL_FILE_SYNCED) - before)
                    .isEqualTo(5);
        }
    }

    private static StoredCommit commit(int number) {
        return PreparedCommit.of(Commits.single("acme/invoice/1", number))
                .at(number, Instant.EPOCH, CommitCodec.beforeTheFirst());
    }
}
