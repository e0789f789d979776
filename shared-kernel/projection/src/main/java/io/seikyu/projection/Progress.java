package io.seikyu.projection;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * How far each segment of a processor got, with the hash that the log has there: what other processes see of it, and
 * what tells at the next start whether the log is still the one that was read.
 */
final class Progress {
    static final String COLLECTION = "projection_progress";

    private static final String PROCESSOR = "processor";
    private static final String SEGMENT = "segment";
    private static final String POSITION = "position";
    private static final String HASH = "hash";

    private final MongoCollection<Document> collection;
    private final String processor;

    Progress(MongoCollection<Document> collection, String processor) {
        this.collection = collection;
        this.processor = processor;
    }

    /** What this segment says is never taken back. */
    void advance(int segment, long position, byte[] hash) {
        try {
            collection.updateOne(
                    Filters.and(Filters.eq("_id", idOf(segment)), Filters.lt(POSITION, position)),
                    Updates.combine(
                            Updates.set(PROCESSOR, processor),
                            Updates.set(SEGMENT, segment),
                            Updates.set(POSITION, position),
                            Updates.set(HASH, new Binary(hash))),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (!Faults.isDuplicate(e)) {
                throw e;
            }
            // it is further already
        }
    }

    /** The position of each segment that has one. */
    Map<Integer, Long> bySegment() {
        Map<Integer, Long> positions = new HashMap<>();
        for (Document document : collection.find(Filters.eq(PROCESSOR, processor))) {
            positions.put(document.getInteger(SEGMENT), document.getLong(POSITION));
        }
        return positions;
    }

    /** Whether every segment read what the log has now. */
    boolean fits(LongFunction<byte[]> hashAt) {
        for (Document document : collection.find(Filters.eq(PROCESSOR, processor))) {
            byte[] hash = hashAt.apply(document.getLong(POSITION));
            if (hash == null
                    || !Arrays.equals(hash, document.get(HASH, Binary.class).getData())) {
                return false;
            }
        }
        return true;
    }

    void forget() {
        collection.deleteMany(Filters.eq(PROCESSOR, processor));
    }

    private String idOf(int segment) {
        return processor + "|" + segment;
    }
}
