package io.seikyu.web.body;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a record from an object, going on after each fault. */
final class RecordReader implements ValueReader {
    private final Class<?> type;
    private final List<Field> fields = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Construction construction;

    RecordReader(Class<?> type, Readers readers) {
        this.type = type;
        this.construction = new Construction(type);
        for (RecordComponent component : type.getRecordComponents()) {
            Field field = Field.of(component, readers);
            fields.add(field);
            names.addAll(field.names());
        }
    }

    Class<?> type() {
        return type;
    }

    List<Field> fields() {
        return fields;
    }

    /** The names that may stand in the object, those of inlined records among them. */
    Set<String> names() {
        return names;
    }

    Construction construction() {
        return construction;
    }

    @Override
    public @Nullable Object read(JsonNode node, String at, Faults faults) {
        if (!node.isObject()) {
            return ValueReader.wrongType(node, at, faults, "an object");
        }
        findUnknown(node, at, faults);
        return readKnown(node, at, faults);
    }

    void findUnknown(JsonNode node, String at, Faults faults) {
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                faults.add(Pointers.below(at, name), "unknown-field", "is not a field of this request");
            }
        }
    }

    @Nullable
    Object readKnown(JsonNode node, String at, Faults faults) {
        int before = faults.count();
        @Nullable Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.get(i).readFrom(node, at, faults);
        }
        return faults.count() == before ? construction.of(values, at, faults) : null;
    }
}
