package io.seikyu.eventlog.mongo;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.StoredCommit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collection of commits. Everything is read from the primary with read concern "majority": what was seen once is
 * never rolled back.
 */
final class CommitStore {
    static final String NAME = "log_commits";

    /** One answer of the server; mongo-java-server's cursor does not survive more than 48 MB. */
    private static final int BYTES_PER_ANSWER = 16 * 1024 * 1024;

    private static final int KEYS_PER_QUESTION = 4_000;
    private static final int PLACES_PER_ANSWER = 1_000;
    private static final int KEY_LISTS_PER_ANSWER = 50;

    private final MongoDatabase database;
    private final MongoCollection<Document> commits;

    /** @param timeout of one question or write */
    CommitStore(MongoDatabase database, Duration timeout) {
        this.database = database;
        this.commits = database.getCollection(NAME)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    void createIndexes() {
        asking(() -> commits.createIndex(Indexes.ascending(CommitDocument.KEYS), new IndexOptions().unique(true)));
    }

    /** The number of the collection, which a restored one does not share. */
    String incarnation() {
        Document info = asking(() ->
                database.listCollections().filter(Filters.eq("name", NAME)).first());
        UUID number = info == null || info.get("info", Document.class) == null
                ? null
                : info.get("info", Document.class).get("uuid", UUID.class);
        return number == null ? "unnumbered" : number.toString();
    }

    /** Inserts in order, up to the first that fails; the only call whose failures pass as the driver throws them. */
    void insert(List<Document> documents) {
        commits.insertMany(documents);
    }

    /** About how many commits there are; only a hint. */
    long count() {
        return asking(commits::estimatedDocumentCount);
    }

    /** The largest number there is, by a sort over all that some servers do without an index. */
    long largestNumber() {
        Document last = asking(() -> commits.find()
                .projection(CommitDocument.WITHOUT_EVENTS)
                .sort(Sorts.descending(CommitDocument.NUMBER))
                .batchSize(1)
                .limit(1)
                .first());
        return last == null ? -1 : CommitDocument.number(last);
    }

    /** Those of the commits {@code from} to {@code to}, both included, that are there, in order. */
    List<Place> places(long from, long to) {
        return places(LongStream.rangeClosed(from, to).boxed().toList());
    }

    List<Place> places(List<Long> numbers) {
        Map<Long, Place> found = new TreeMap<>();
        for (int i = 0; i < numbers.size(); i += PLACES_PER_ANSWER) {
            List<Long> some = numbers.subList(i, Math.min(numbers.size(), i + PLACES_PER_ANSWER));
            for (Document document :
                    all(Filters.in(CommitDocument.NUMBER, some), CommitDocument.WITHOUT_EVENTS, some.size() + 1)) {
                Place place = CommitDocument.place(document);
                found.put(place.number(), place);
            }
        }
        return List.copyOf(found.values());
    }

    Optional<Place> place(long number) {
        return places(List.of(number)).stream().findFirst();
    }

    /** The commits at {@code places}, in their order. */
    List<StoredCommit> commits(List<Place> places) {
        List<StoredCommit> commits = new ArrayList<>(places.size());
        documents(places, document -> commits.add(CommitDocument.commit(document)));
        for (int i = 0; i < places.size(); i++) {
            if (commits.get(i).firstPosition() != places.get(i).first()
                    || commits.get(i).lastPosition() != places.get(i).last()) {
                throw new LogDamagedException(
                        "commit number " + places.get(i).number() + " does not hold position "
                                + places.get(i).first(),
                        null);
            }
        }
        return commits;
    }

    /** Whole documents at {@code places}, in their order; no more in memory at a time than one answer holds. */
    void documents(List<Place> places, Consumer<Document> use) {
        int from = 0;
        while (from < places.size()) {
            int to = from;
            long bytes = 0;
            List<Long> numbers = new ArrayList<>();
            while (to < places.size() && (to == from || bytes + places.get(to).size() < BYTES_PER_ANSWER)) {
                bytes += places.get(to).size() + 300L;
                numbers.add(places.get(to++).number());
            }
            Map<Long, Document> found = new HashMap<>();
            for (Document document : all(Filters.in(CommitDocument.NUMBER, numbers), null, numbers.size() + 1)) {
                found.put(CommitDocument.number(document), document);
            }
            for (long number : numbers) {
                Document document = found.get(number);
                if (document == null) {
                    throw new LogDamagedException("commit number " + number + " is missing", null);
                }
                use.accept(document);
            }
            from = to;
        }
    }

    /** Where the commits stand that hold any of {@code keys}, in order. */
    List<Place> holders(Collection<String> keys) {
        Map<Long, Place> holders = new TreeMap<>();
        asked(keys, CommitDocument.WITHOUT_EVENTS, PLACES_PER_ANSWER, document -> {
            Place place = CommitDocument.place(document);
            holders.put(place.number(), place);
        });
        return holders.values().stream()
                .sorted(Comparator.comparingLong(Place::number))
                .toList();
    }

    Optional<Place> holder(String key) {
        return holders(List.of(key)).stream().findFirst();
    }

    /** All keys of the commits that hold any of {@code keys}. */
    Set<String> keysBeside(Collection<String> keys) {
        Set<String> beside = new HashSet<>();
        asked(
                keys,
                CommitDocument.WITHOUT_BODY,
                KEY_LISTS_PER_ANSWER,
                document -> beside.addAll(CommitDocument.keys(document)));
        return beside;
    }

    private void asked(Collection<String> keys, Bson fields, int batchSize, Consumer<Document> use) {
        List<String> list = List.copyOf(keys);
        for (int i = 0; i < list.size(); i += KEYS_PER_QUESTION) {
            List<String> some = list.subList(i, Math.min(list.size(), i + KEYS_PER_QUESTION));
            all(Filters.in(CommitDocument.KEYS, some), fields, batchSize).forEach(use);
        }
    }

    private List<Document> all(Bson filter, Bson fields, int batchSize) {
        return asking(() -> {
            FindIterable<Document> found =
                    commits.find(filter).projection(fields).batchSize(batchSize);
            return found.into(new ArrayList<>());
        });
    }

    /** @throws LogUnavailableException when the server does not answer */
    static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw new LogUnavailableException("MongoDB does not answer: " + e.getMessage(), e, false);
        }
    }
}
