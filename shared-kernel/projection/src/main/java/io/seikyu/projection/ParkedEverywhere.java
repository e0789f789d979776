package io.seikyu.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.seikyu.projection.Generations.Generation;
import io.seikyu.projection.ParkedSequences.Parked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The dead letters of all projections on one store, whoever feeds them. */
public final class ParkedEverywhere {
    /** That somebody wishes it to be tried again. */
    static final String RETRY = "retry";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long BETWEEN_LOOKS = 20;

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> generations;

    public ParkedEverywhere(MongoDatabase database) {
        this.collection = database.getCollection(ParkedSequences.COLLECTION);
        this.generations = database.getCollection(Generations.COLLECTION);
    }

    /** Of those builds that answer now, in the order of projections and streams. */
    public List<Letter> all() {
        Map<String, String> names = new HashMap<>();
        for (Map.Entry<String, Generation> each :
                Generations.answering(generations).entrySet()) {
            names.put(each.getValue().processor(), each.getKey());
        }
        List<Letter> all = new ArrayList<>();
        for (Document found : collection.find().sort(Sorts.ascending("_id")).batchSize(500)) {
            String projection = names.get(found.getString("processor"));
            if (projection != null) {
                all.add(new Letter(projection, found.getString("stream"), ParkedSequences.parked(found)));
            }
        }
        return all;
    }

    /** @param id {@code projection:event} */
    public Optional<Letter> find(String id) {
        return all().stream().filter(letter -> letter.id().equals(id)).findFirst();
    }

    /**
     * Lets whoever has the projection try it again, and waits a moment for what comes of it.
     *
     * @return empty when nothing of that thing waits any more; else what of it waits
     */
    public Optional<Letter> retry(Letter letter) {
        String processor =
                Generations.answering(generations).get(letter.projection()).processor();
        String id = ParkedSequences.idOf(processor, letter.parked().sequence());
        collection.updateOne(Filters.eq("_id", id), Updates.set(RETRY, true));
        long end = System.nanoTime() + PATIENCE.toNanos();
        Document left;
        do {
            pause();
            left = collection.find(Filters.eq("_id", id)).first();
        } while (left != null && left.containsKey(RETRY) && System.nanoTime() < end);
        return Optional.ofNullable(left)
                .map(found ->
                        new Letter(letter.projection(), found.getString("stream"), ParkedSequences.parked(found)));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a dead letter is tried again", e);
        }
    }

    /**
     * An event that cannot be applied, and what waits behind it.
     *
     * @param stream of the event
     */
    public record Letter(String projection, String stream, Parked parked) {
        /** {@code projection:event}. */
        public String id() {
            return projection + ":" + parked.eventId();
        }
    }
}
