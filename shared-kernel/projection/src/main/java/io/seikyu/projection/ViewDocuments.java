package io.seikyu.projection;

import io.seikyu.eventlog.axon.EventJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Decimal128;
import tools.jackson.core.type.TypeReference;

/**
 * Views as documents: {@code {_id: stream, tenant, id, position, version, sources: [{stream, position}], search: {…}, view: "{…}"}}.
 * The view is the JSON that is answered, as one text: nobody looks into it, and a text is written and read in a fraction
 * of the time that as many fields take. What is searched by stands beside it in types that can be compared.
 */
final class ViewDocuments<V> {
    static final String TENANT = "tenant";
    static final String ID = "id";
    static final String POSITION = "position";
    static final String VERSION = "version";
    static final String SEARCH = "search";
    /** Who read the document before it was made again after an erasure must not write it; tells nothing else. */
    static final String ERASURE = "erasure";

    private static final String SOURCES = "sources";
    private static final String STREAM = "stream";
    private static final String VIEW = "view";
    private static final TypeReference<Map<String, Object>> JSON = new TypeReference<>() {};

    private final Projection<V> projection;

    ViewDocuments(Projection<V> projection) {
        this.projection = projection;
    }

    Document write(Slot<V> slot) {
        String[] name = slot.id().split("/", 3);
        List<Document> sources = new ArrayList<>();
        slot.sources()
                .forEach((stream, position) -> sources.add(new Document(STREAM, stream).append(POSITION, position)));
        Document search = new Document();
        new TreeMap<>(projection.search(slot.view()))
                .forEach((field, value) -> search.append(field, comparable(value)));
        Document document = new Document("_id", slot.id())
                .append(TENANT, name[0])
                .append(ID, name[2])
                .append(POSITION, slot.position())
                .append(VERSION, slot.version())
                .append(SOURCES, sources)
                .append(SEARCH, search)
                .append(VIEW, EventJson.mapper().writeValueAsString(slot.view()));
        return slot.erasure() == 0 ? document : document.append(ERASURE, slot.erasure());
    }

    private static Object comparable(Object value) {
        return value instanceof BigDecimal amount ? new Decimal128(amount) : value;
    }

    Slot<V> read(Document document) {
        TreeMap<String, Long> sources = new TreeMap<>();
        document.getList(SOURCES, Document.class)
                .forEach(source -> sources.put(source.getString(STREAM), source.getLong(POSITION)));
        return new Slot<>(
                document.getString("_id"),
                document.getLong(POSITION),
                sources,
                view(document),
                document.getLong(VERSION),
                document.get(ERASURE, 0L));
    }

    V view(Document document) {
        return document.get(VIEW) instanceof String text
                ? EventJson.mapper().readValue(text, projection.view())
                // of a version that wrote its fields
                : EventJson.mapper().convertValue(document.get(VIEW), projection.view());
    }

    /** Whether both say the same; null is a document that is not there. */
    static boolean same(Document one, Document other) {
        return one == null || other == null ? one == other : canonical(one).equals(canonical(other));
    }

    /** With fields in one order, whatever order they were written in. */
    static String canonical(Document document) {
        Document whole = new Document(document);
        whole.remove(ERASURE);
        if (whole.get(VIEW) instanceof String text) {
            whole.put(VIEW, EventJson.mapper().readValue(text, JSON));
        }
        return ((Document) sorted(whole)).toJson();
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Document sorted = new Document();
            TreeMap<String, Object> entries = new TreeMap<>();
            map.forEach((name, content) -> entries.put((String) name, sorted(content)));
            sorted.putAll(entries);
            return sorted;
        }
        return value instanceof List<?> list
                ? list.stream().map(ViewDocuments::sorted).toList()
                : value;
    }
}
