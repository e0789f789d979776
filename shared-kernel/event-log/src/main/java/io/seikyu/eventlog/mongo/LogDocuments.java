package io.seikyu.eventlog.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.NewEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;

/** What a log has beside its commits: its name, and the snapshots of its streams. */
final class LogDocuments {
    static final String META = "log_meta";
    static final String SNAPSHOTS = "log_snapshots";
    private static final String LOG = "log";

    private final MongoCollection<Document> meta;
    private final MongoCollection<Document> snapshots;

    /** @param timeout of one question or write */
    LogDocuments(MongoDatabase database, Duration timeout) {
        this.meta = database.getCollection(META)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        this.snapshots = database.getCollection(SNAPSHOTS)
                .withReadPreference(ReadPreference.primary())
                .withTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * The log's id; the first process that asks gives it one.
     *
     * @param hasCommits a log that has commits lost its name if it has none
     */
    UUID id(boolean hasCommits) {
        return CommitStore.asking(() -> {
            Document known = meta.find(Filters.eq("_id", LOG)).first();
            if (known == null && hasCommits) {
                throw new LogDamagedException("the log holds commits and has no id", null);
            }
            if (known != null) {
                return UUID.fromString(known.getString("id"));
            }
            UUID id = UUID.randomUUID();
            try {
                meta.insertOne(new Document("_id", LOG).append("id", id.toString()));
                return id;
            } catch (MongoWriteException another) {
                return named();
            }
        });
    }

    /** @see io.seikyu.eventlog.EventLog#adopt */
    void adopt(UUID id) {
        CommitStore.asking(
                () -> meta.replaceOne(Filters.eq("_id", LOG), new Document("_id", LOG).append("id", id.toString())));
    }

    /** The name that another process gave a moment ago: its write may not have reached the majority yet. */
    private UUID named() {
        for (int look = 0; look < 100; look++) {
            Document known = meta.find(Filters.eq("_id", LOG)).first();
            if (known != null) {
                return UUID.fromString(known.getString("id"));
            }
            Pause.millis(50);
        }
        throw new LogDamagedException("the log's id cannot be read", null);
    }

    /** Two writers at once may leave the older one: a snapshot only saves time. */
    void storeSnapshot(NewEvent snapshot) {
        boolean older = snapshot(snapshot.stream())
                .map(kept -> kept.sequence() > snapshot.sequence())
                .orElse(false);
        if (!older) {
            Document document =
                    new Document("_id", snapshot.stream()).append("event", new Binary(CommitCodec.encode(snapshot)));
            CommitStore.asking(() -> snapshots.replaceOne(
                    Filters.eq("_id", snapshot.stream()), document, new ReplaceOptions().upsert(true)));
        }
    }

    Optional<NewEvent> snapshot(String stream) {
        Document found = CommitStore.asking(
                () -> snapshots.find(Filters.eq("_id", stream)).first());
        return Optional.ofNullable(found)
                .map(document -> CommitCodec.decodeEvent(
                        document.get("event", Binary.class).getData()));
    }
}
