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
 * @param journal   the note of the journal's segment. A family of its own, so that a version that knows no journal
 *                  refuses to open the log instead of overlooking its end
 */
record Columns(
        RocksDB db,
        ColumnFamilyHandle meta,
        ColumnFamilyHandle commits,
        ColumnFamilyHandle streams,
        ColumnFamilyHandle keys,
        ColumnFamilyHandle snapshots,
        ColumnFamilyHandle journal) {
    static final List<String> NAMES = List.of("default", "commits", "streams", "keys", "snapshots", "journal");
    static final byte[] LOG_ID = "log-id".getBytes(StandardCharsets.UTF_8);

    /** The journal's segment up to whose beginning this database holds everything; absent when it needs no journal. */
    static final byte[] SEGMENT = "segment".getBytes(StandardCharsets.UTF_8);

    static Columns of(RocksDB db, List<ColumnFamilyHandle> handles) {
        return new Columns(
                db, handles.get(0), handles.get(1), handles.get(2), handles.get(3), handles.get(4), handles.get(5));
    }

    List<ColumnFamilyHandle> all() {
        return List.of(meta, commits, streams, keys, snapshots, journal);
    }
}
