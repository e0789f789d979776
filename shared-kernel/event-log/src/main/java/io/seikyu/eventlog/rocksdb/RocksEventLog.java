package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.GroupCommit;
import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.News;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The log on RocksDB in this process. Every commit is durable in a journal before it is acknowledged; the database is the
 * index, made again from the journal after a crash.
 */
public final class RocksEventLog implements EventLog {
    private final Store store;
    private final Reader reader;
    private final Appender appender;
    private final News news = new News();
    private final GroupCommit group;
    private final String incarnation;
    private volatile UUID id;

    private RocksEventLog(Store store, Clock clock, Room room) {
        this.store = store;
        try {
            this.reader = new Reader(store);
            this.appender = new Appender(store, reader, room, clock);
            this.id = store.use(Identity::of);
            this.incarnation = Incarnation.of(room.directory());
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        this.group = new GroupCommit(appender::write, news::tell);
    }

    /**
     * Opens the log in {@code directory}, or begins one there.
     *
     * @throws LogUnavailableException when another process has it open, or the file system fails
     * @throws LogDamagedException     when its files are not what was written
     */
    public static RocksEventLog open(Path directory, Clock clock) {
        return open(directory, clock, Room.RESERVE);
    }

    /** @param reserve bytes of the disk that are kept free */
    static RocksEventLog open(Path directory, Clock clock, long reserve) {
        return open(new Store(directory), clock, new Room(directory, reserve));
    }

    static RocksEventLog open(Store store, Clock clock, Room room) {
        return new RocksEventLog(store, clock, room);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public String incarnation() {
        return incarnation;
    }

    @Override
    public long head() {
        return appender.head();
    }

    @Override
    public StoredCommit append(NewCommit commit) {
        return group.append(commit);
    }

    @Override
    public List<Outcome> appendAll(List<NewCommit> commits) {
        return group.appendAll(commits);
    }

    @Override
    public List<StoredCommit> read(long position, int maxEvents) {
        return reader.read(position, maxEvents, head());
    }

    @Override
    public List<StoredEvent> readStream(String stream, long sequence, int max) {
        return reader.readStream(stream, sequence, max, head());
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        return reader.lastSequence(stream);
    }

    @Override
    public OptionalLong holderOf(String claim) {
        return reader.holderOf(Keys.claim(claim));
    }

    @Override
    public Optional<StoredCommit> find(UUID commitId) {
        OptionalLong position = reader.holderOf(Keys.commit(commitId));
        return position.isEmpty()
                ? Optional.empty()
                : read(position.getAsLong(), 1).stream().findFirst();
    }

    @Override
    public Optional<byte[]> hashAt(long position) {
        return position < 0
                ? Optional.empty()
                : read(position, 1).stream().map(StoredCommit::hash).findFirst();
    }

    @Override
    public Registration onNews(Runnable listener) {
        return news.add(listener);
    }

    @Override
    public boolean await(long position, Duration atMost) {
        return news.await(this::head, position, atMost);
    }

    @Override
    public synchronized void storeSnapshot(NewEvent snapshot) {
        Optional<NewEvent> kept = snapshot(snapshot.stream());
        if (kept.isPresent() && kept.get().sequence() > snapshot.sequence()) {
            return;
        }
        store.use((columns, tuning) -> {
            columns.db()
                    .put(
                            columns.snapshots(),
                            tuning.inMemory,
                            Bytes.text(snapshot.stream()),
                            CommitCodec.encode(snapshot));
            return null;
        });
    }

    @Override
    public Optional<NewEvent> snapshot(String stream) {
        return reader.snapshot(stream);
    }

    @Override
    public void adopt(UUID original) {
        group.alone(() -> {
            if (head() >= 0) {
                throw new IllegalStateException("a log that holds commits keeps its id");
            }
            store.use((columns, tuning) -> Identity.name(original, columns, tuning));
            id = original;
        });
    }

    @Override
    public void restore(List<StoredCommit> commits) {
        group.alone(() -> appender.restore(commits));
    }

    @Override
    public Optional<String> findIndexFault(long fromPosition, long toPosition) {
        return store.use((columns, tuning) -> IndexCheck.fault(columns, fromPosition, toPosition));
    }

    @Override
    public void backup(Path directory) {
        store.copy(directory);
    }

    @Override
    public void close() {
        group.alone(store::close);
    }
}
