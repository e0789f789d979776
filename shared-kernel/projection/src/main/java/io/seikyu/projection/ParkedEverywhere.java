package io.seikyu.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;

/** The dead letters of all projections on one store, whoever feeds them. */
public final class ParkedEverywhere {
    private static final Pattern PROCESSOR = Pattern.compile("(.+)-r\\d+-g\\d+");

    private final MongoCollection<Document> collection;

    public ParkedEverywhere(MongoDatabase database) {
        this.collection = database.getCollection(ParkedSequences.COLLECTION);
    }

    /** @param id {@code projection:event} */
    public Optional<Letter> find(String id) {
        int end = id.indexOf(':');
        String projection = end < 0 ? "" : id.substring(0, end);
        for (Document found : collection.find(Filters.eq("eventId", id.substring(end + 1)))) {
            Matcher processor = PROCESSOR.matcher(found.getString("processor"));
            if (processor.matches() && processor.group(1).equals(projection)) {
                return Optional.of(new Letter(
                        projection, found.getString("eventId"), found.getString("stream"), found.getLong("from")));
            }
        }
        return Optional.empty();
    }

    /** An event that cannot be applied. */
    public record Letter(String projection, String eventId, String stream, long position) {}
}
