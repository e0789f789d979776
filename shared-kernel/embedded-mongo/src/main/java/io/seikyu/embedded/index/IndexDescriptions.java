package io.seikyu.embedded.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The indexes that a database knows, and what is asked of new ones, judged as MongoDB does. */
final class IndexDescriptions {
    private static final String ID_INDEX = "_id_";
    private static final Set<String> UNDERSTOOD = Set.of("v", "key", "name", "ns", "unique", "background");
    private static final int CANNOT_CREATE = 67;
    private static final int INVALID_OPTIONS = 72;
    private static final int SAME_FIELDS = 85;
    private static final int SAME_NAME = 86;
    /** One bit for each field is kept; MongoDB allows 32. */
    private static final int MOST_FIELDS = 28;

    private final MongoCollection<Object> known;

    /** @param known the collection in which they are kept, or null while there is none */
    IndexDescriptions(MongoCollection<Object> known) {
        this.known = known;
    }

    /**
     * Whether there is just that one.
     *
     * @throws MongoServerError when it cannot be kept here, or contradicts another
     */
    boolean has(Document wanted) {
        check(wanted);
        if (fields(wanted).equals(List.of("_id+")) && !wanted.get("name").equals(ID_INDEX)) {
            return true;
        }
        for (Document other : of((String) wanted.get("ns"))) {
            boolean sameName = other.get("name").equals(wanted.get("name"));
            boolean sameFields = fields(other).equals(fields(wanted));
            boolean sameOptions = Utils.isTrue(other.get("unique")) == Utils.isTrue(wanted.get("unique"));
            if (sameName && !(sameFields && sameOptions)) {
                throw new MongoServerError(
                        SAME_NAME,
                        "IndexKeySpecsConflict",
                        "An existing index has the same name as the requested index. Requested index: " + wanted
                                + ", existing index: " + other);
            }
            if (sameFields && !sameName) {
                throw new MongoServerError(
                        SAME_FIELDS,
                        "IndexOptionsConflict",
                        "Index already exists with a different name: " + other.get("name"));
            }
            if (sameName) {
                return true;
            }
        }
        return false;
    }

    private static void check(Document wanted) {
        for (Map.Entry<String, Object> option : wanted.entrySet()) {
            boolean off = option.getValue() == null || Boolean.FALSE.equals(option.getValue());
            if (!UNDERSTOOD.contains(option.getKey()) && !off) {
                throw new MongoServerError(
                        INVALID_OPTIONS,
                        "InvalidOptions",
                        "The server inside the process has no indexes with '" + option.getKey()
                                + "'. Leave the option out, or use a MongoDB server.");
            }
        }
        Map<String, Object> fields = keys(wanted);
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            throw cannotCreate("An index has 1 to " + MOST_FIELDS + " fields.");
        }
        fields.forEach(IndexDescriptions::checkField);
    }

    private static void checkField(String field, Object direction) {
        if (!(direction instanceof Number number) || Math.abs(number.doubleValue()) != 1) {
            throw cannotCreate("The server inside the process has only ascending (1) and descending (-1) indexes, not '"
                    + direction + "' of '" + field + "'.");
        }
        for (String part : field.split("\\.", -1)) {
            if (part.isEmpty() || part.startsWith("$") || part.chars().allMatch(Character::isDigit)) {
                throw cannotCreate("The server inside the process cannot index '" + field
                        + "': a name is empty, begins with '$' or is the number of an element.");
            }
        }
    }

    private static MongoServerError cannotCreate(String why) {
        return new MongoServerError(CANNOT_CREATE, "CannotCreateIndex", why);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> keys(Document description) {
        return (Map<String, Object>) description.get("key");
    }

    private static List<String> fields(Document description) {
        return keys(description).entrySet().stream()
                .map(field -> field.getKey() + (((Number) field.getValue()).doubleValue() > 0 ? "+" : "-"))
                .toList();
    }

    private List<Document> of(String namespace) {
        return known == null ? List.of() : found(new Document("ns", namespace)).toList();
    }

    private Stream<Document> found(Document query) {
        return StreamSupport.stream(known.handleQuery(query).spliterator(), false);
    }

    /**
     * Those of a collection that a command names: by its name, by its fields, by a list of names, or {@code *} for all but
     * that of {@code _id}.
     *
     * @throws MongoServerError when there is none, or it is that of {@code _id}
     */
    List<Document> named(String namespace, Object which) {
        List<Document> all = of(namespace);
        if ("*".equals(which)) {
            return all.stream()
                    .filter(description -> !description.get("name").equals(ID_INDEX))
                    .toList();
        }
        List<Document> named = new ArrayList<>();
        for (Object one : which instanceof List<?> several ? several : List.of(which)) {
            named.add(named(all, one));
        }
        return named;
    }

    private static Document named(List<Document> all, Object which) {
        Document found = all.stream()
                .filter(description -> which instanceof Document fields
                        ? fields(description).equals(fields(new Document("key", fields)))
                        : description.get("name").equals(which))
                .findFirst()
                .orElseThrow(() -> which instanceof Document fields
                        ? new IndexNotFoundException(fields)
                        : new IndexNotFoundException("index not found with name [" + which + "]"));
        if (found.get("name").equals(ID_INDEX)) {
            throw new MongoServerError(INVALID_OPTIONS, "InvalidOptions", "cannot drop _id index");
        }
        return found;
    }

    void remove(Document description) {
        known.deleteDocuments(new Document("ns", description.get("ns")).append("name", description.get("name")), 1);
    }
}
