package io.seikyu.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The dead letters of projections. An event that cannot be applied parks its sequence: that event and all later ones
 * of the same document wait, all others go on. What waits is not copied here, since the log has it: a parked sequence is
 * one small document with the position from which on nothing was applied. So it cannot overflow, holds no personal
 * data, and may hold an event that cannot be read at all.
 */
public final class ParkedSequences {
    static final String COLLECTION = "dead_letters";

    private static final int LONGEST_MESSAGE = 1024;

    private final MongoCollection<Document> collection;
    private final String processor;
    private final Clock machineClock;

    ParkedSequences(MongoCollection<Document> collection, String processor, Clock machineClock) {
        this.collection = collection;
        this.processor = processor;
        this.machineClock = machineClock;
    }

    /** From which position on each of {@code sequences} is parked; those that are not are absent. */
    Map<String, Long> among(Set<String> sequences) {
        Map<String, Long> parked = new HashMap<>();
        List<String> ids = sequences.stream().map(this::idOf).toList();
        for (Document document : collection.find(Filters.in("_id", ids)).batchSize(ids.size())) {
            parked.put(document.getString("sequence"), document.getLong("from"));
        }
        return parked;
    }

    /** Doing it again changes nothing. */
    void park(Collection<Parking> parkings) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        parkings.forEach(parking -> writes.add(asWrite(parking)));
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(true));
        }
    }

    private WriteModel<Document> asWrite(Parking parking) {
        Sighting at = parking.at();
        List<Bson> updates = new ArrayList<>(List.of(Updates.max("last", at.position())));
        if (parking.why() != null) {
            updates.add(Updates.min("from", at.position()));
            updates.add(Updates.setOnInsert(described(parking)
                    .append("processor", processor)
                    .append("sequence", parking.sequence())
                    .append("parkedAt", Date.from(machineClock.instant()))));
        }
        // one that waits behind another is noted only where that one still stands
        return new UpdateOneModel<>(
                Filters.eq("_id", idOf(parking.sequence())),
                Updates.combine(updates),
                new UpdateOptions().upsert(parking.why() != null));
    }

    private static Document described(Parking parking) {
        String message = String.valueOf(parking.why().getMessage());
        return new Document("stream", parking.at().stream())
                .append("eventId", parking.at().message().getIdentifier())
                .append("cause", parking.why().getClass().getName())
                .append("message", message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
    }

    /** What waited before {@code to} is applied: the sequence stands still there now. */
    void move(Parked from, Parking to) {
        collection.updateOne(
                Filters.and(Filters.eq("_id", idOf(from.sequence())), Filters.eq("from", from.from())),
                new Document("$set", described(to).append("from", to.at().position())));
    }

    /** What is said of the fault may hold what the event held. */
    void forgetMessage(String sequence) {
        collection.updateOne(Filters.eq("_id", idOf(sequence)), Updates.unset("message"));
    }

    void forget() {
        collection.deleteMany(Filters.eq("processor", processor));
    }

    private String idOf(String sequence) {
        return idOf(processor, sequence);
    }

    static String idOf(String processor, String sequence) {
        return processor + "|" + sequence;
    }

    /** Those that somebody wishes to be tried again, of whatever processor of {@code database}; mostly none. */
    static List<Document> wished(MongoCollection<Document> collection) {
        return collection.find(Filters.exists(ParkedEverywhere.RETRY)).into(new ArrayList<>());
    }

    /** It was tried. */
    void tried(String sequence) {
        collection.updateOne(Filters.eq("_id", idOf(sequence)), Updates.unset(ParkedEverywhere.RETRY));
    }

    /** All that is parked, in the order of sequences. */
    public List<Parked> all() {
        List<Parked> all = new ArrayList<>();
        for (Document document : collection
                .find(Filters.eq("processor", processor))
                .sort(Sorts.ascending("_id"))
                .batchSize(500)) {
            all.add(parked(document));
        }
        return all;
    }

    Optional<Parked> find(String sequence) {
        return Optional.ofNullable(
                        collection.find(Filters.eq("_id", idOf(sequence))).first())
                .map(ParkedSequences::parked);
    }

    /** @return false when more of it waits by now than {@code applied} tells: that is to be applied before */
    boolean release(Parked applied) {
        return collection
                        .deleteOne(Filters.and(
                                Filters.eq("_id", idOf(applied.sequence())), Filters.eq("last", applied.last())))
                        .getDeletedCount()
                == 1;
    }

    static Parked parked(Document document) {
        return new Parked(
                document.getString("sequence"),
                document.getLong("from"),
                document.getLong("last"),
                document.getString("eventId"),
                document.getString("cause"),
                document.getDate("parkedAt").toInstant());
    }

    /**
     * One event that is not applied.
     *
     * @param why null when it only waits behind another
     */
    record Parking(String sequence, Sighting at, Throwable why) {}

    /**
     * A sequence that waits.
     *
     * @param from    the position of the event that could not be applied
     * @param last    the last position of this sequence that was seen and waits
     * @param eventId of the event at {@code from}
     * @param cause   the fault's class: its message may hold what the event holds, and stays in the store
     */
    public record Parked(String sequence, long from, long last, String eventId, String cause, Instant parkedAt) {}
}
