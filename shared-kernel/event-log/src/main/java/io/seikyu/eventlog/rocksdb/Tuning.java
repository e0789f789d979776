package io.seikyu.eventlog.rocksdb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.ReadOptions;
import org.rocksdb.ReadTier;
import org.rocksdb.RocksDB;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteOptions;

/** Options of RocksDB: durable first, then small. What is made here lives until {@link #close}. */
final class Tuning implements AutoCloseable {
    private static final long MIB = 1024 * 1024;

    static {
        RocksDB.loadLibrary();
    }

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Cache cache = keep(new LRUCache(24 * MIB));
    private final BloomFilter bloom = keep(new BloomFilter(10, false));

    /** What is written is durable when its table is; until then the journal has it, or it is derived. */
    final WriteOptions inMemory = keep(new WriteOptions()).setDisableWAL(true);

    final FlushOptions flush = keep(new FlushOptions()).setWaitForFlush(true);

    final ReadOptions point = keep(new ReadOptions());
    /** What is in tables only. */
    final ReadOptions durable = keep(new ReadOptions()).setReadTier(ReadTier.PERSISTED_TIER);
    /** A replay of everything must not throw out what others read again and again. */
    final ReadOptions scan = keep(new ReadOptions()).setFillCache(false);

    DBOptions database() {
        return keep(new DBOptions())
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setParanoidChecks(true)
                // The tables of all column families become part of the database in one step, so it never holds half of
                // a commit though it has no write-ahead log.
                .setAtomicFlush(true)
                // closing after a failure is no time to write tables; the journal has everything
                .setAvoidFlushDuringShutdown(true)
                // For logs from before there was a journal. A torn last record was never acknowledged and is dropped.
                // Any other damage keeps the log from opening, where RocksDB's default would quietly end the log there.
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setDbWriteBufferSize(32 * MIB)
                .setMaxOpenFiles(256)
                .setMaxBackgroundJobs(2)
                .setBytesPerSync(MIB)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(2)
                .setMaxLogFileSize(MIB)
                .setStatsDumpPeriodSec(0)
                .setStatsPersistPeriodSec(0);
    }

    List<ColumnFamilyDescriptor> columns() {
        List<ColumnFamilyDescriptor> columns = new ArrayList<>();
        for (String name : Columns.NAMES) {
            columns.add(new ColumnFamilyDescriptor(Bytes.text(name), column(name)));
        }
        return columns;
    }

    private ColumnFamilyOptions column(String name) {
        BlockBasedTableConfig table = new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setCacheIndexAndFilterBlocks(true)
                .setPinL0FilterAndIndexBlocksInCache(true)
                // the first with a checksum over the footer of a table
                .setFormatVersion(6);
        boolean commits = name.equals("commits");
        if (commits) {
            table.setBlockSize(16 * 1024);
        } else {
            table.setFilterPolicy(bloom);
        }
        return keep(new ColumnFamilyOptions())
                .setTableFormatConfig(table)
                .setCompressionType(commits ? CompressionType.LZ4_COMPRESSION : CompressionType.NO_COMPRESSION)
                .setWriteBufferSize(8 * MIB)
                .setMaxWriteBufferNumber(3)
                .setTargetFileSizeBase(16 * MIB)
                .setMaxBytesForLevelBase(64 * MIB);
    }

    private <T extends AutoCloseable> T keep(T option) {
        opened.push(option);
        return option;
    }

    @Override
    public void close() {
        for (AutoCloseable option : opened) {
            try {
                option.close();
            } catch (Exception e) {
                throw new IllegalStateException("an option of RocksDB could not be freed", e);
            }
        }
        opened.clear();
    }
}
