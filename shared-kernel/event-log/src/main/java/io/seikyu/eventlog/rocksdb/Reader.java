package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Finds commits, streams and keys. */
final class Reader {
    /** Commits that are fetched at once for a stream: bounds what a long one holds in memory. */
    private static final int FETCH = 256;

    /** From this number of events on, a read is taken for a replay that comes by once. */
    private static final int SCAN = 256;

    /** Up to this number of keys, asking for one after the other is quicker than asking for all at once. */
    private static final int FEW = 4;

    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private final Store store;

    Reader(Store store) {
        this.store = store;
    }

    Tail tail() {
        return store.use((columns, tuning) -> Tail.of(columns));
    }

    /**
     * @param head what is behind it is not shown yet
     * @throws LogDamagedException when the commit that holds {@code position} is missing
     */
    List<StoredCommit> read(long position, int maxEvents, long head) {
        if (position > head || maxEvents <= 0) {
            return List.of();
        }
        long first = Math.max(0, position);
        return store.use((columns, tuning) -> {
            List<StoredCommit> found = new ArrayList<>();
            ReadOptions options = maxEvents < SCAN ? tuning.point : tuning.scan;
            try (RocksIterator commits = columns.db().newIterator(columns.commits(), options)) {
                commits.seekForPrev(Bytes.position(first));
                read(commits, maxEvents, head, found);
                commits.status();
            }
            if (found.isEmpty() || found.get(0).lastPosition() < first) {
                throw new LogDamagedException("the commit at position " + first + " is missing", null);
            }
            return found;
        });
    }

    /** Stops before a gap: no reader may be led over it. */
    private static void read(RocksIterator commits, int maxEvents, long head, List<StoredCommit> into) {
        long bytes = 0;
        long next = -1;
        for (int events = 0; events < maxEvents && bytes < MAX_BYTES && commits.isValid(); commits.next()) {
            StoredCommit commit = Bytes.commit(commits.value());
            if (commit.firstPosition() > head || next >= 0 && commit.firstPosition() != next) {
                return;
            }
            into.add(commit);
            events += commit.commit().events().size();
            bytes += commit.body().length;
            next = commit.lastPosition() + 1;
        }
    }

    List<StoredEvent> readStream(String stream, long sequence, int max, long head) {
        return store.use((columns, tuning) -> {
            List<Bytes.Place> places = places(columns, tuning, stream, sequence, max, head);
            List<StoredEvent> events = new ArrayList<>(places.size());
            for (int from = 0; from < places.size(); from += FETCH) {
                fetch(columns, tuning, places.subList(from, Math.min(from + FETCH, places.size())), events);
            }
            return events;
        });
    }

    private static List<Bytes.Place> places(
            Columns columns, Tuning tuning, String stream, long sequence, int max, long head) throws RocksDBException {
        byte[] first = Bytes.sequence(stream, Math.max(0, sequence));
        List<Bytes.Place> places = new ArrayList<>();
        try (RocksIterator entries = columns.db().newIterator(columns.streams(), tuning.point)) {
            for (entries.seek(first); places.size() < max && entries.isValid(); entries.next()) {
                Bytes.Place place = Bytes.Place.of(entries.value());
                if (!Bytes.sameStream(entries.key(), first) || place.position() > head) {
                    break;
                }
                places.add(place);
            }
            entries.status();
        }
        return places;
    }

    private static void fetch(Columns columns, Tuning tuning, List<Bytes.Place> places, List<StoredEvent> into)
            throws RocksDBException {
        List<Long> positions =
                places.stream().map(Bytes.Place::firstPosition).distinct().toList();
        List<byte[]> keys = positions.stream().map(Bytes::position).toList();
        List<ColumnFamilyHandle> column = Collections.nCopies(keys.size(), columns.commits());
        List<byte[]> values = columns.db().multiGetAsList(tuning.point, column, keys);
        boolean eachAlone = positions.size() == places.size();
        int at = 0;
        List<StoredEvent> commit = null;
        for (Bytes.Place place : places) {
            if (place.firstPosition() != positions.get(at)) {
                at++;
                commit = null;
            }
            if (values.get(at) == null) {
                throw new LogDamagedException("the commit at position " + place.firstPosition() + " is missing", null);
            }
            if (eachAlone) {
                into.add(CommitCodec.event(Bytes.body(values.get(at)), place.index()));
            } else {
                commit = commit == null ? Bytes.commit(values.get(at)).events() : commit;
                into.add(commit.get(place.index()));
            }
        }
    }

    OptionalLong lastSequence(String stream) {
        byte[] last = Bytes.sequence(stream, Long.MAX_VALUE);
        return store.use((columns, tuning) -> {
            try (RocksIterator entries = columns.db().newIterator(columns.streams(), tuning.point)) {
                entries.seekForPrev(last);
                entries.status();
                return entries.isValid() && Bytes.sameStream(entries.key(), last)
                        ? OptionalLong.of(Bytes.sequence(entries.key()))
                        : OptionalLong.empty();
            }
        });
    }

    /** The first position of the commit that has {@code key}, one of {@link io.seikyu.eventlog.Keys}. */
    OptionalLong holderOf(String key) {
        byte[] position =
                store.use((columns, tuning) -> columns.db().get(columns.keys(), tuning.point, Bytes.text(key)));
        return position == null ? OptionalLong.empty() : OptionalLong.of(Bytes.position(position));
    }

    /** Which of {@code asked} the database holds. */
    Set<String> taken(List<String> asked) {
        return store.use((columns, tuning) -> {
            if (asked.size() <= FEW) {
                return takenOf(asked, columns, tuning);
            }
            List<ColumnFamilyHandle> columnOf = new ArrayList<>(asked.size());
            List<byte[]> bytes = new ArrayList<>(asked.size());
            for (String key : asked) {
                columnOf.add(Bytes.isSequence(key) ? columns.streams() : columns.keys());
                bytes.add(Bytes.key(key));
            }
            List<byte[]> found = columns.db().multiGetAsList(tuning.point, columnOf, bytes);
            Set<String> taken = new HashSet<>();
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i) != null) {
                    taken.add(asked.get(i));
                }
            }
            return taken;
        });
    }

    private static Set<String> takenOf(List<String> asked, Columns columns, Tuning tuning) throws RocksDBException {
        Set<String> taken = new HashSet<>();
        byte[] value = new byte[0];
        for (String key : asked) {
            ColumnFamilyHandle column = Bytes.isSequence(key) ? columns.streams() : columns.keys();
            if (columns.db().get(column, tuning.point, Bytes.key(key), value) != RocksDB.NOT_FOUND) {
                taken.add(key);
            }
        }
        return taken;
    }

    Optional<NewEvent> snapshot(String stream) {
        byte[] bytes =
                store.use((columns, tuning) -> columns.db().get(columns.snapshots(), tuning.point, Bytes.text(stream)));
        return Optional.ofNullable(bytes).map(CommitCodec::decodeEvent);
    }
}
