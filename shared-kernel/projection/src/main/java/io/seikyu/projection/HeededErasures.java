package io.seikyu.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** Up to which erasure the documents of each build hold nothing any more that was erased. */
public final class HeededErasures {
    private static final String COLLECTION = "erasures_heeded";
    private static final String THROUGH = "through";
    private static final long BETWEEN_LOOKS = 20;

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> generations;

    public HeededErasures(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
        this.generations = database.getCollection(Generations.COLLECTION);
    }

    /** The number of the last one, by processor; absent for those that heeded none. */
    Map<String, Long> byProcessor() {
        Map<String, Long> found = new HashMap<>();
        for (Document document : collection.find()) {
            found.put(document.getString("_id"), document.getLong(THROUGH));
        }
        return found;
    }

    void heeded(String processor, long number) {
        collection.updateOne(
                Filters.eq("_id", processor), Updates.max(THROUGH, number), new UpdateOptions().upsert(true));
    }

    void forget(String processor) {
        collection.deleteOne(Filters.eq("_id", processor));
    }

    /** Waits until every view and list that answers, of whatever process, heeds that erasure. */
    public boolean await(long number, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!areHeeded(number)) {
            if (System.nanoTime() >= end) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private boolean areHeeded(long number) {
        Map<String, Long> heeded = byProcessor();
        return Generations.answering(generations).values().stream()
                .allMatch(generation -> heeded.getOrDefault(generation.processor(), 0L) >= number);
    }
}
