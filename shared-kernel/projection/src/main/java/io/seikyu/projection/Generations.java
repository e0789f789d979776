package io.seikyu.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.seikyu.eventlog.EventLog;
import java.util.function.Predicate;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which build of a view is the one to use. A build belongs to one log; when that is another one now, or lost what was
 * read of it, the next generation begins empty and under names of its own, so that a process that still writes the old
 * one does no harm. Of several processes that notice at once, one begins it and the others follow.
 */
final class Generations {
    static final String COLLECTION = "projections";

    private static final Logger log = LoggerFactory.getLogger(Generations.class);

    private final MongoCollection<Document> collection;
    private final EventLog eventLog;

    Generations(MongoDatabase database, EventLog eventLog) {
        this.collection = database.getCollection(COLLECTION);
        this.eventLog = eventLog;
    }

    /**
     * The generation to use.
     *
     * @param fits whether what a generation has stored is of the log as it is now
     * @param drop called with a generation that is given up, by the one process that gave it up
     */
    Generation open(
            Projection<?> projection, Predicate<Generation> fits, java.util.function.Consumer<Generation> drop) {
        String id = projection.name() + "-r" + projection.revision();
        String logId = eventLog.id().toString();
        while (true) {
            Document found = collection.find(Filters.eq("_id", id)).first();
            if (found == null) {
                begin(id, logId);
                continue;
            }
            Generation present = new Generation(id, found.getInteger("generation"));
            if (logId.equals(found.getString("logId")) && fits.test(present)) {
                return present;
            }
            Document next = collection.findOneAndUpdate(
                    Filters.and(Filters.eq("_id", id), Filters.eq("generation", present.number())),
                    Updates.combine(Updates.set("generation", present.number() + 1), Updates.set("logId", logId)),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            if (next != null) {
                log.warn("view {} is not of this log as it is now: it is rebuilt", projection.name());
                drop.accept(present);
            }
        }
    }

    private void begin(String id, String logId) {
        try {
            collection.insertOne(new Document("_id", id).append("generation", 1).append("logId", logId));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** One build of a view. */
    record Generation(String id, int number) {
        /** Of the processor, its tokens and its dead letters. */
        String processor() {
            return id + "-g" + number;
        }

        String collection() {
            return "view_" + processor();
        }
    }
}
