package io.seikyu.command.dunning;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.seikyu.eventlog.EventLog;
import java.util.Arrays;
import org.bson.Document;
import org.bson.types.Binary;

/** Up to where the sagas heard the log, with the hash that it has there. */
final class SagaProgressStore {
    private static final String ID = "dunning-saga";
    private static final String LOG = "logId";
    private static final String POSITION = "position";
    private static final String HASH = "hash";

    private final MongoCollection<Document> progress;

    SagaProgressStore(MongoCollection<Document> progress) {
        this.progress = progress;
    }

    void note(EventLog log, long position) {
        log.hashAt(position)
                .ifPresent(hash -> progress.replaceOne(
                        Filters.eq("_id", ID),
                        new Document("_id", ID)
                                .append(LOG, log.id().toString())
                                .append(POSITION, position)
                                .append(HASH, new Binary(hash)),
                        new ReplaceOptions().upsert(true)));
    }

    /** Whether what was heard is what the log has now; nothing was noted: yes. */
    boolean fits(EventLog log) {
        Document noted = progress.find(Filters.eq("_id", ID)).first();
        return noted == null
                || log.id().toString().equals(noted.getString(LOG))
                        && log.hashAt(noted.getLong(POSITION))
                                .filter(hash -> Arrays.equals(
                                        hash, noted.get(HASH, Binary.class).getData()))
                                .isPresent();
    }

    void forget() {
        progress.drop();
    }
}
