package io.seikyu.embedded.index;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A collection of the server's H2 backend that is asked through ordered indexes. While it is at work the store keeps the
 * version that is read: else it would give up pages that were replaced, after a second, under a reader that is slow.
 *
 * <p>The server changes documents in place, which the store may just then be writing, and others may be sending as their
 * answer. Here it is handed copies to change, and what is stored never changes.
 */
final class IndexedCollection extends H2Collection {
    private final MVStore store;
    private boolean changing;

    IndexedCollection(
            MVStore store,
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
        this.store = store;
    }

    private <T> T inOneVersion(Supplier<T> work) {
        MVStore.TxCounter version = store.registerVersionUsage();
        try {
            return work.get();
        } finally {
            store.deregisterVersionUsage(version);
        }
    }

    @Override
    public synchronized QueryResult handleQuery(QueryParameters parameters) {
        return inOneVersion(() -> super.handleQuery(parameters));
    }

    @Override
    public synchronized Document handleDistinct(Document query) {
        return inOneVersion(() -> super.handleDistinct(query));
    }

    @Override
    public synchronized int count(Document query, int skip, int limit) {
        return inOneVersion(() -> super.count(query, skip, limit));
    }

    /** Of what is found while it is at work the copies are changed. */
    private <T> T changing(Supplier<T> work) {
        changing = true;
        try {
            return inOneVersion(work);
        } finally {
            changing = false;
        }
    }

    private static QueryResult copies(QueryResult found) {
        return new QueryResult(
                () -> StreamSupport.stream(found.spliterator(), false)
                        .map(Document::clone)
                        .iterator(),
                found.getCursorId());
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return changing(() -> super.findAndModify(query));
    }

    @Override
    public synchronized List<Document> insertDocuments(List<Document> documents, boolean isOrdered) {
        return inOneVersion(() -> super.insertDocuments(documents, isOrdered));
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return inOneVersion(() -> super.deleteDocuments(selector, limit, oplog));
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        return changing(() -> super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog));
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        QueryResult found = find(query, orderBy, skip, limit, batchSize, fields);
        return changing ? copies(found) : found;
    }

    private QueryResult find(Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        Document order = orderBy == null ? new Document() : orderBy;
        List<OrderedIndex> indexes = ordered();
        if (indexes.isEmpty() || order.containsKey("$natural")) {
            return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
        }
        long needed = limit > 0 ? (long) skip + limit : 0;
        Optional<Plan> plan = new Planner(indexes, count(), order, needed).plan(query);
        if (plan.isEmpty()) {
            return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
        }
        Iterator<Object> positions = plan.get().positions().get();
        Document toSort = order;
        if (plan.get().order() == Plan.Order.BY_ID) {
            List<Object> gathered = new ArrayList<>();
            positions.forEachRemaining(gathered::add);
            if (sort(gathered, ((Number) order.get("_id")).intValue() > 0)) {
                toSort = null;
            }
            positions = gathered.iterator();
        } else if (plan.get().order() == Plan.Order.DONE) {
            toSort = null;
        }
        return matchDocumentsFromStream(documents(positions), query, toSort, skip, limit, batchSize, fields);
    }

    private List<OrderedIndex> ordered() {
        List<OrderedIndex> ordered = new ArrayList<>();
        for (Index<Object> index : getIndexes()) {
            if (index instanceof OrderedIndex one) {
                ordered.add(one);
            }
        }
        return ordered;
    }

    private Stream<Document> documents(Iterator<Object> positions) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(positions, 0), false)
                .map(this::getDocument);
    }

    /** @return whether that was possible: strings are in the same order as they are as identifiers */
    private static boolean sort(List<Object> positions, boolean ascending) {
        if (!positions.stream().allMatch(String.class::isInstance)) {
            return false;
        }
        Comparator<Object> order = Comparator.comparing(String.class::cast);
        positions.sort(ascending ? order : order.reversed());
        return true;
    }

    /** @throws IndexBuildFailedException when the documents do not allow it; then nothing is left of the index */
    @Override
    public synchronized void addIndex(Index<Object> index) {
        try {
            inOneVersion(() -> {
                super.addIndex(index);
                return index;
            });
        } catch (IndexBuildFailedException e) {
            index.drop();
            throw e;
        }
    }

    /** Nobody asks how large the documents are, and counting means to encode each once more. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    public synchronized void removeDocument(Document document) {
        List<OrderedIndex> indexes = ordered();
        if (indexes.isEmpty()) {
            super.removeDocument(document);
            return;
        }
        Object position = indexes.stream()
                .filter(OrderedIndex::isUnique)
                .findFirst()
                .map(index -> index.getPosition(document))
                .orElseThrow(() -> new IllegalStateException(getFullName() + " does not hold " + document.get("_id")));
        indexes.forEach(index -> index.remove(document, position));
        removeDocument(position);
    }
}
