package io.seikyu.projection;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import io.seikyu.contract.Event;
import io.seikyu.contract.catalogue.EventCatalogue;
import io.seikyu.web.access.TenantScope;
import io.seikyu.web.reading.Shown;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one projection. A document is written only over the one that was read: whoever lost a segment to
 * another process cannot overwrite what that one wrote.
 */
public final class ViewCollection<V> {
    /** The search field of that name, as filters name it. */
    public static String search(String field) {
        return ViewDocuments.SEARCH + "." + field;
    }

    private static final int LARGE_BATCH = 1_000;

    private final MongoCollection<Document> collection;
    private final ViewDocuments<V> documents;
    private final boolean personal;

    @Nullable
    private volatile Remembered<V> remembered;

    private boolean isAlone;

    ViewCollection(MongoCollection<Document> collection, Projection<V> projection) {
        this.collection = collection;
        this.documents = new ViewDocuments<>(projection);
        this.personal = projection.folds().handled().stream().anyMatch(ViewCollection::isPersonal);
    }

    private static boolean isPersonal(Class<?> event) {
        return Shown.mayBePersonal(EventCatalogue.of(event.asSubclass(Event.class)));
    }

    private Slot<V> shown(Document document) {
        Slot<V> slot = documents.read(document);
        shown(slot.id());
        return slot;
    }

    private void shown(String stream) {
        if (personal) {
            Shown.note(stream);
        }
    }

    /** Nobody but this process writes here, so it may keep in memory what it wrote. */
    void beAlone() {
        isAlone = true;
    }

    /** Each behind the tenant and in the order in which lists are read, so that a page is read where it begins. */
    void createIndexes(List<List<String>> fields) {
        collection.createIndex(Indexes.ascending(ViewDocuments.ID));
        collection.createIndex(Indexes.ascending(ViewDocuments.TENANT, "_id"));
        fields.forEach(index -> createIndex(List.of(ViewDocuments.TENANT), index));
    }

    void createIndexesOverTenants(List<List<String>> fields) {
        fields.forEach(index -> createIndex(List.of(), index));
    }

    private void createIndex(List<String> before, List<String> fields) {
        List<String> names = new ArrayList<>(before);
        fields.forEach(field -> names.add(search(field)));
        names.add("_id");
        collection.createIndex(Indexes.ascending(names));
    }

    /** @return a slot for every id, in one question */
    Map<String, Slot<V>> load(Set<String> ids) {
        Map<String, Slot<V>> slots = new HashMap<>();
        for (Document document : collection.find(Filters.in("_id", ids)).batchSize(ids.size())) {
            Slot<V> slot = documents.read(document);
            slots.put(slot.id(), slot);
        }
        ids.forEach(id -> slots.computeIfAbsent(id, Slot::absent));
        return slots;
    }

    boolean isEmpty() {
        return collection.find().first() == null;
    }

    /**
     * Writes all, in one request. When that fails they are written one by one.
     *
     * @return what could not be written because of its content, and why
     * @throws StaleViewException when a document is not any more what was read
     */
    Map<Slot<V>, RuntimeException> write(Collection<Slot<V>> slots) {
        if (slots.isEmpty()) {
            return Map.of();
        }
        List<WriteModel<Document>> writes = new ArrayList<>(slots.size());
        try {
            slots.forEach(slot -> writes.add(asWrite(slot)));
            BulkWriteResult result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            if (result.getInsertedCount() + result.getMatchedCount() + result.getDeletedCount() < writes.size()) {
                throw new StaleViewException(collection.getNamespace().getCollectionName());
            }
            slots.forEach(this::remember);
            return Map.of();
        } catch (StaleViewException e) {
            remembered = null;
            throw e;
        } catch (RuntimeException e) {
            // some may have been written
            remembered = null;
            if (Faults.arePassing(e) && !(e instanceof MongoBulkWriteException)) {
                throw e;
            }
            return writeOneByOne(slots);
        }
    }

    private void remember(Slot<V> slot) {
        Remembered<V> present = remembered;
        if (present != null) {
            present.written(slot.id(), slot.view());
        }
    }

    private Map<Slot<V>, RuntimeException> writeOneByOne(Collection<Slot<V>> slots) {
        Map<Slot<V>, RuntimeException> failed = new HashMap<>();
        for (Slot<V> slot : slots) {
            try {
                writeOne(slot);
                remember(slot);
            } catch (StaleViewException e) {
                throw e;
            } catch (RuntimeException e) {
                if (Faults.arePassing(e)) {
                    throw e;
                }
                failed.put(slot, e);
            }
        }
        return failed;
    }

    private void writeOne(Slot<V> slot) {
        boolean written;
        try {
            if (slot.view() == null) {
                written = collection.deleteOne(asRead(slot)).getDeletedCount() == 1;
            } else if (slot.readAt() == Slot.ABSENT) {
                collection.insertOne(documents.write(slot));
                written = true;
            } else {
                written = collection
                                .replaceOne(asRead(slot), documents.write(slot))
                                .getMatchedCount()
                        == 1;
            }
        } catch (MongoWriteException e) {
            if (!Faults.isDuplicate(e)) {
                throw e;
            }
            written = false;
        }
        // the failed request may have written this one
        long wanted = slot.view() == null ? Slot.ABSENT : slot.position();
        if (!written && positionOf(slot.id()) != wanted) {
            throw new StaleViewException(slot.id());
        }
    }

    private long positionOf(String id) {
        Document found = collection
                .find(Filters.eq("_id", id))
                .projection(Projections.include(ViewDocuments.POSITION))
                .first();
        return found == null ? Slot.ABSENT : found.getLong(ViewDocuments.POSITION);
    }

    private WriteModel<Document> asWrite(Slot<V> slot) {
        if (slot.view() == null) {
            return new DeleteOneModel<>(asRead(slot));
        }
        Document document = documents.write(slot);
        return slot.readAt() == Slot.ABSENT
                ? new InsertOneModel<>(document)
                : new ReplaceOneModel<>(asRead(slot), document);
    }

    private Bson asRead(Slot<V> slot) {
        return Filters.and(
                Filters.eq("_id", slot.id()),
                Filters.eq(ViewDocuments.POSITION, slot.readAt()),
                Filters.eq(ViewDocuments.ERASURE, slot.readErasure() == 0 ? null : slot.readErasure()));
    }

    /**
     * Those of {@code scope} with this id: usually none or one; two when the id is ambiguous, however many there are.
     */
    public List<Found<V>> find(TenantScope scope, String type, String id) {
        Bson filter = scope.ids()
                .map(tenants -> Filters.in(
                        "_id",
                        tenants.stream()
                                .map(tenant -> tenant + "/" + type + "/" + id)
                                .toList()))
                .orElseGet(() -> Filters.eq(ViewDocuments.ID, id));
        return found(collection.find(filter).limit(2).batchSize(2));
    }

    /**
     * Views in the order of their streams' names.
     *
     * @param after the stream of the last one already shown, or null
     * @param limit at most so many
     */
    public List<Found<V>> list(TenantScope scope, List<Bson> filters, String after, int limit) {
        List<Bson> all = new ArrayList<>(filters);
        if (after != null) {
            all.add(Filters.gt("_id", after));
        }
        return found(collection
                .find(within(scope, all))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .batchSize(limit));
    }

    /** Every view that passes all {@code filters}, one at a time, in no order. */
    public void forEach(TenantScope scope, List<Bson> filters, Consumer<V> what) {
        for (Document document : collection.find(within(scope, filters)).batchSize(LARGE_BATCH)) {
            shown(document.getString("_id"));
            what.accept(documents.view(document));
        }
    }

    /** The same; what this process alone writes is gone through in memory, and read only the first time. */
    public void forEach(TenantScope scope, Which<V> which, Consumer<V> what) {
        if (which.test() == null || !isAlone) {
            forEach(scope, which.stored(), what);
            return;
        }
        Remembered<V> all = inMemory();
        all.complete(this::readAll);
        if (all.isTooMuch()) {
            forEach(scope, which.stored(), what);
        } else {
            all.forEach(scope, which.test(), (stream, view) -> {
                shown(stream);
                what.accept(view);
            });
        }
    }

    private synchronized Remembered<V> inMemory() {
        Remembered<V> present = remembered;
        if (present == null) {
            present = Remembered.withinMemory();
            remembered = present;
        }
        return present;
    }

    private void readAll(BiConsumer<String, V> what) {
        for (Document document : collection.find().batchSize(LARGE_BATCH)) {
            what.accept(document.getString("_id"), documents.view(document));
        }
    }

    /** The streams of those that pass all {@code filters}, in no order. */
    public List<String> streams(TenantScope scope, List<Bson> filters) {
        List<String> streams = new ArrayList<>();
        for (Document document : collection
                .find(within(scope, filters))
                .projection(Projections.include("_id"))
                .batchSize(LARGE_BATCH)) {
            streams.add(document.getString("_id"));
        }
        return streams;
    }

    private static Bson within(TenantScope scope, List<Bson> filters) {
        List<Bson> all = new ArrayList<>(filters);
        scope.ids().ifPresent(tenants -> all.add(Filters.in(ViewDocuments.TENANT, tenants)));
        return all.isEmpty() ? new Document() : Filters.and(all);
    }

    /**
     * The first views by a search field, those that have it alike in the order of their streams' names.
     *
     * @param limit at most so many
     */
    public List<Found<V>> first(Bson filter, String field, int limit) {
        return found(collection
                .find(filter)
                .sort(Sorts.ascending(search(field), "_id"))
                .limit(limit)
                .batchSize(limit));
    }

    private List<Found<V>> found(FindIterable<Document> answer) {
        List<Found<V>> found = new ArrayList<>();
        for (Document document : answer) {
            Slot<V> slot = shown(document);
            found.add(new Found<>(slot.id(), slot.version(), slot.view()));
        }
        return found;
    }

    /** Everything, in one order and as one text: two builds of the same log give the same. */
    public String dump() {
        StringBuilder dump = new StringBuilder();
        lines(line -> dump.append(line).append('\n'));
        return dump.toString();
    }

    /** SHA-256 of the {@link #dump}, in hexadecimal, without holding it. */
    public String digest() {
        MessageDigest sha256 = sha256();
        lines(line -> {
            sha256.update(line.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
        });
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void lines(Consumer<String> what) {
        documents().forEachRemaining(document -> what.accept(ViewDocuments.canonical(document)));
    }

    /** As they are stored, in the order of their names. */
    Iterator<Document> documents() {
        return collection.find().sort(Sorts.ascending("_id")).batchSize(500).iterator();
    }

    /** As it is stored, or null. */
    Document document(String id) {
        return collection.find(Filters.eq("_id", id)).first();
    }

    /**
     * A view with the stream it is of.
     *
     * @param version the number of the last event of that stream that is in it
     */
    public record Found<V>(String stream, long version, V view) {
        /** The client company it belongs to. */
        public String tenant() {
            return stream.substring(0, stream.indexOf('/'));
        }
    }
}
