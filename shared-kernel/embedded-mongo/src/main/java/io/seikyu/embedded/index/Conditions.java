package io.seikyu.embedded.index;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a query asks of single fields, as far as an index can help with it. A document has to fulfil all of them. */
final class Conditions {
    private final List<Condition> all = new ArrayList<>();
    private final List<List<Document>> alternatives = new ArrayList<>();
    private int elements;

    private Conditions() {}

    static Conditions of(Document query) {
        Conditions conditions = new Conditions();
        conditions.add(query);
        return conditions;
    }

    /** These, and those of a query. */
    Conditions and(Document query) {
        Conditions both = new Conditions();
        both.all.addAll(all);
        both.elements = elements;
        both.add(query);
        return both;
    }

    List<Condition> on(String path) {
        return all.stream().filter(condition -> condition.path().equals(path)).toList();
    }

    boolean isOn(String path) {
        return all.stream().anyMatch(condition -> condition.path().equals(path));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Of each of these lists, one query has to fit. */
    List<List<Document>> alternatives() {
        return alternatives;
    }

    private void add(Document query) {
        for (Map.Entry<String, Object> entry : query.entrySet()) {
            String name = entry.getKey();
            if (name.equals("$and")) {
                queries(entry.getValue()).forEach(this::add);
            } else if (name.equals("$or")) {
                alternatives.add(queries(entry.getValue()));
            } else if (!name.startsWith("$")) {
                add(name, entry.getValue(), 0);
            }
        }
    }

    private static List<Document> queries(Object value) {
        return value instanceof Collection<?> queries
                        && queries.stream().allMatch(Document.class::isInstance)
                        && !queries.isEmpty()
                ? queries.stream().map(Document.class::cast).toList()
                : List.of();
    }

    private void add(String path, Object value, int element) {
        if (BsonRegularExpression.isRegularExpression(value)) {
            all.add(new Condition(path, "$regex", BsonRegularExpression.convertToRegularExpression(value), element));
        } else if (!(value instanceof Document document)) {
            all.add(new Condition(path, "$eq", value, element));
        } else if (document.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
            document.forEach((operator, operand) -> addOperator(path, operator, operand, element));
        } else if (isPlain(document)) {
            all.add(new Condition(path, "$eq", document, element));
        }
    }

    private void addOperator(String path, String operator, Object operand, int element) {
        if (!operator.equals("$elemMatch")) {
            all.add(new Condition(path, operator, operand, element));
        } else if (element == 0 && operand instanceof Document fields) {
            int same = ++elements;
            fields.forEach((name, value) -> {
                if (!name.startsWith("$")) {
                    add(path + "." + name, value, same);
                }
            });
        }
    }

    /** Whether it can only be equal to a document: the server takes one that asks for null as a query. */
    private static boolean isPlain(Document document) {
        return !document.isEmpty()
                && document.entrySet().stream()
                        .allMatch(field -> !field.getKey().startsWith("$")
                                && field.getValue() != null
                                && (!(field.getValue() instanceof Document inner) || isPlain(inner)));
    }
}
