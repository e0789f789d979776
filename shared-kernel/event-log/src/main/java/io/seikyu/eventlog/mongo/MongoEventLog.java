package io.seikyu.eventlog.mongo;

import com.mongodb.client.MongoDatabase;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.GroupCommit;
import io.seikyu.eventlog.Keys;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.News;
import io.seikyu.eventlog.PreparedCommit;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.proof.LogExport;
import io.seikyu.eventlog.proof.LogImport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The log on MongoDB, which many processes append to and read. A commit is acknowledged when the majority has it in its
 * journals, and is read when the majority has it; so what was read or acknowledged is never rolled back.
 *
 * <p>It is on a replica set what it promises to be. On a server alone, the majority is that server.
 */
public final class MongoEventLog implements EventLog {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CommitStore store;
    private final Head head;
    private final CommitReader reader;
    private final StreamReader streams;
    private final LogDocuments documents;
    private final News news = new News();
    private final NewsPoller poller;
    private final GroupCommit group;
    private final String incarnation;
    private volatile UUID id;
    private volatile boolean closed;

    private MongoEventLog(MongoDatabase database, Clock clock, Duration patience) {
        Duration timeout = patience.dividedBy(2);
        PlaceCache cache = new PlaceCache();
        KnownStreams known = new KnownStreams();
        this.store = new CommitStore(database, timeout);
        this.head = new Head(store, cache);
        this.reader = new CommitReader(store, head, cache);
        this.streams = new StreamReader(store, known);
        this.documents = new LogDocuments(database, timeout);
        this.poller = new NewsPoller(head, news::tell);
        CommitWriter writer = new CommitWriter(store, head, known, clock, patience);
        this.group = new GroupCommit(batch -> write(writer, batch), news::tell);
        store.createIndexes();
        head.find();
        this.id = documents.id(head.place().number() >= 0);
        this.incarnation = store.incarnation();
    }

    /**
     * Opens the log in {@code database}, or begins one there. The database's client stays open when the log is closed.
     *
     * @throws LogUnavailableException when the server does not answer
     */
    public static MongoEventLog open(MongoDatabase database, Clock clock) {
        return new MongoEventLog(database, clock, PATIENCE);
    }

    /** @param patience how long a commit is tried before the log counts as unavailable; a question, half of that */
    static MongoEventLog open(MongoDatabase database, Clock clock, Duration patience) {
        return new MongoEventLog(database, clock, patience);
    }

    @Override
    public UUID id() {
        return id;
    }

    /**
     * The number that the server gave to the collection: a dump that is restored makes another one, on another cluster
     * or on this. What it cannot tell: a copy of the servers' files; and a server that gives no numbers.
     */
    @Override
    public String incarnation() {
        return incarnation;
    }

    @Override
    public long head() {
        ensureOpen();
        return poller.isPolling() ? head.place().last() : head.refresh().last();
    }

    @Override
    public StoredCommit append(NewCommit commit) {
        return group.append(commit);
    }

    @Override
    public List<Outcome> appendAll(List<NewCommit> commits) {
        return group.appendAll(commits);
    }

    private List<Outcome> write(CommitWriter writer, List<PreparedCommit> batch) {
        ensureOpen();
        return writer.write(batch);
    }

    @Override
    public List<StoredCommit> read(long position, int maxEvents) {
        ensureOpen();
        return reader.read(position, maxEvents);
    }

    @Override
    public List<StoredEvent> readStream(String stream, long sequence, int max) {
        ensureOpen();
        return streams.read(stream, sequence, max);
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        ensureOpen();
        return streams.last(stream);
    }

    @Override
    public OptionalLong holderOf(String claim) {
        ensureOpen();
        return store.holder(Keys.claim(claim))
                .map(place -> OptionalLong.of(place.first()))
                .orElse(OptionalLong.empty());
    }

    @Override
    public Optional<StoredCommit> find(UUID commitId) {
        ensureOpen();
        return store.commits(store.holder(Keys.commit(commitId)).map(List::of).orElse(List.of())).stream()
                .findFirst();
    }

    @Override
    public Optional<byte[]> hashAt(long position) {
        ensureOpen();
        return reader.locate(position).map(Place::hash);
    }

    @Override
    public Registration onNews(Runnable listener) {
        Registration polling = poller.listen();
        Registration hearing = news.add(listener);
        return () -> {
            hearing.close();
            polling.close();
        };
    }

    @Override
    public boolean await(long position, Duration atMost) {
        if (head.place().last() >= position) {
            return true;
        }
        Registration polling = poller.listen();
        try {
            return news.await(() -> head.place().last(), position, atMost);
        } finally {
            polling.close();
        }
    }

    @Override
    public void storeSnapshot(NewEvent snapshot) {
        ensureOpen();
        documents.storeSnapshot(snapshot);
    }

    @Override
    public Optional<NewEvent> snapshot(String stream) {
        ensureOpen();
        return documents.snapshot(stream);
    }

    @Override
    public void adopt(UUID original) {
        group.alone(() -> {
            if (head.refresh().number() >= 0) {
                throw new IllegalStateException("a log that holds commits keeps its id");
            }
            documents.adopt(original);
            id = original;
        });
    }

    /** No other process may append meanwhile. */
    @Override
    public void restore(List<StoredCommit> commits) {
        ensureOpen();
        group.alone(() -> new Restorer(store, head).restore(commits));
    }

    @Override
    public Optional<String> findIndexFault(long fromPosition, long toPosition) {
        ensureOpen();
        return new IndexCheck(store, reader).fault(fromPosition, toPosition);
    }

    /** Writes one file, {@code log.export}, as {@link LogExport} says; {@link LogImport} fills an empty log from it. */
    @Override
    public void backup(Path directory) {
        ensureOpen();
        try {
            Files.createDirectory(directory);
            try (FileChannel file = FileChannel.open(
                            directory.resolve("log.export"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(file)) {
                LogExport.write(this, out, (positions, of) -> {});
                file.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the log cannot be copied to " + directory, e);
        }
    }

    /** Appending and reading end; commits on their way are finished first. */
    @Override
    public void close() {
        poller.close();
        group.alone(() -> closed = true);
    }

    private void ensureOpen() {
        if (closed) {
            throw new LogUnavailableException("the log is closed", null, false);
        }
    }
}
