package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.Admission;
import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.GroupCommit;
import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.News;
import io.seikyu.eventlog.PreparedCommit;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.rocksdb.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log on RocksDB in this process: every commit is synced to disk before it is acknowledged. */
public final class RocksEventLog implements EventLog {
    private static final Logger LOG = LoggerFactory.getLogger(RocksEventLog.class);

    private final Clock clock;
    private final Room room;
    private final Store store;
    private final Reader reader;
    private final News news = new News();
    private final GroupCommit group;
    private volatile UUID id;
    private volatile Tail tail;

    /** After a failed write the database takes no other until it is opened anew. */
    private boolean failed;

    private RocksEventLog(Path directory, Clock clock, long reserve) {
        this.clock = clock;
        this.room = new Room(directory, reserve);
        this.store = new Store(directory);
        this.reader = new Reader(store);
        this.group = new GroupCommit(this::write, news::tell);
        try {
            this.id = store.use(Identity::of);
            this.tail = reader.tail();
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
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
        return new RocksEventLog(directory, clock, reserve);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long head() {
        return tail.position();
    }

    @Override
    public StoredCommit append(NewCommit commit) {
        return group.append(commit);
    }

    @Override
    public List<Outcome> appendAll(List<NewCommit> commits) {
        return group.appendAll(commits);
    }

    private List<Outcome> write(List<PreparedCommit> batch) {
        beWritable();
        List<Optional<RuntimeException>> refusals = Admission.judge(batch, reader::taken);
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        List<StoredCommit> accepted = new ArrayList<>(batch.size());
        Instant now = later(tail.recordedAt(), clock.instant());
        Tail end = tail;
        for (int i = 0; i < batch.size(); i++) {
            if (refusals.get(i).isPresent()) {
                outcomes.add(new Outcome.Refused(refusals.get(i).get()));
            } else {
                StoredCommit stored = batch.get(i).at(end.position() + 1, now, end.hash());
                end = Tail.after(stored);
                accepted.add(stored);
                outcomes.add(new Outcome.Stored(stored));
            }
        }
        if (!accepted.isEmpty()) {
            persist(accepted, end);
        }
        return outcomes;
    }

    private void beWritable() {
        room.checkForWriting();
        if (failed) {
            // until then it stays open, for those who read
            room.checkForReopening();
            store.reopen();
            tail = reader.tail();
            failed = false;
            LOG.info("The log takes commits again");
        }
    }

    /** Returns when the commits are durable; throws when they are not, or when that cannot be known. */
    private void persist(List<StoredCommit> commits, Tail end) {
        try {
            store.use((columns, tuning) -> CommitEntries.write(commits, columns, tuning));
            tail = end;
        } catch (LogUnavailableException e) {
            LOG.error("A write to the log failed", e);
            failed = true;
            lookUpOutcome(commits, e);
        }
    }

    private void lookUpOutcome(List<StoredCommit> commits, LogUnavailableException failure) {
        UUID first = commits.get(0).commit().id();
        try {
            beWritable();
        } catch (LogUnavailableException e) {
            failure.addSuppressed(e);
            throw new LogUnavailableException(failure.getMessage(), failure, true);
        }
        // the commits of a batch are stored together or not at all
        if (find(first).isEmpty()) {
            throw failure;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
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
                            tuning.derived,
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
        group.alone(() -> {
            Tail end = tail;
            for (StoredCommit commit : commits) {
                end = end.continuedBy(commit);
            }
            if (!commits.isEmpty()) {
                beWritable();
                refuseClashes(commits);
                persist(commits, end);
            }
        });
    }

    private void refuseClashes(List<StoredCommit> commits) {
        List<PreparedCommit> batch = commits.stream()
                .map(StoredCommit::commit)
                .map(PreparedCommit::of)
                .toList();
        for (Optional<RuntimeException> refusal : Admission.judge(batch, reader::taken)) {
            if (refusal.isPresent()) {
                throw new LogDamagedException(
                        "the commits cannot follow: " + refusal.get().getMessage(), refusal.get());
            }
        }
    }

    @Override
    public Optional<String> findIndexFault(long fromPosition, long toPosition) {
        return store.use((columns, tuning) -> IndexCheck.fault(columns, fromPosition, toPosition));
    }

    @Override
    public void backup(Path directory) {
        store.use((columns, tuning) -> {
            try (Checkpoint checkpoint = Checkpoint.create(columns.db())) {
                checkpoint.createCheckpoint(directory.toString());
            }
            return null;
        });
    }

    @Override
    public void close() {
        group.alone(store::close);
    }
}
