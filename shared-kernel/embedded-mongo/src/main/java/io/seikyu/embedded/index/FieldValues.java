package io.seikyu.embedded.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a document has in an indexed field: one value, or one for each element of the arrays on the way. */
final class FieldValues {
    private final String[] path;
    private final List<Object> values = new ArrayList<>(1);
    private int firstArray = -1;
    private boolean nested;

    private FieldValues(String[] path) {
        this.path = path;
    }

    static FieldValues of(Document document, String[] path) {
        FieldValues found = new FieldValues(path);
        found.collect(document, 0);
        return found;
    }

    private void collect(Object value, int at) {
        if (value instanceof Collection<?> array) {
            elements(array, at);
        } else if (at == path.length) {
            values.add(value);
        } else if (value instanceof Document document) {
            collect(document.getOrMissing(path[at]), at + 1);
        } else {
            values.add(Missing.getInstance());
        }
    }

    private void elements(Collection<?> array, int at) {
        if (firstArray < 0) {
            firstArray = at;
        }
        if (array.isEmpty()) {
            values.add(at == path.length ? KeyEncoder.EMPTY_ARRAY : Missing.getInstance());
        }
        for (Object element : array) {
            if (element instanceof Collection) {
                nested = true;
                values.add(element);
            } else {
                collect(element, at);
            }
        }
    }

    List<Object> values() {
        return values;
    }

    boolean isMany() {
        return firstArray >= 0;
    }

    /** Whether arrays lie directly in arrays; how queries see those is not what an index can tell. */
    boolean isNested() {
        return nested;
    }

    /** The outermost array on the way. */
    String array() {
        return String.join(".", List.of(path).subList(0, firstArray));
    }
}
