package io.seikyu.eventlog.rocksdb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;

/**
 * The open database and its column families.
 *
 * @param commits   first position → hash and body
 * @param streams   stream, 0, sequence → place
 * @param keys      every other key of a commit → the commit's first position
 * @param snapshots stream → event
 * @param meta      what names this log
 */
record Columns(
        RocksDB db,
        ColumnFamilyHandle meta,
        ColumnFamilyHandle commits,
        ColumnFamilyHandle streams,
        ColumnFamilyHandle keys,
        ColumnFamilyHandle snapshots) {
    static final List<String> NAMES = List.of("default", "commits", "streams", "keys", "snapshots");
    static final byte[] LOG_ID = "log-id".getBytes(StandardCharsets.UTF_8);

    static Columns of(RocksDB db, List<ColumnFamilyHandle> handles) {
        return new Columns(db, handles.get(0), handles.get(1), handles.get(2), handles.get(3), handles.get(4));
    }
}
