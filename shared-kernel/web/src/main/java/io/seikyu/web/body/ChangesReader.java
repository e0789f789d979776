package io.seikyu.web.body;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@link Changes}: any of a record's fields, each checked as if it stood in the whole record. */
final class ChangesReader implements ValueReader {
    private final RecordReader whole;

    ChangesReader(RecordReader whole) {
        this.whole = whole;
    }

    @Override
    public @Nullable Object read(JsonNode node, String at, Faults faults) {
        if (!node.isObject()) {
            return ValueReader.wrongType(node, at, faults, "an object");
        }
        if (node.isEmpty()) {
            faults.add(at, "empty", "names no field to change");
            return null;
        }
        int before = faults.count();
        whole.findUnknown(node, at, faults);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        collect(whole, node, at, faults, values);
        return faults.count() == before ? new Changes<>(whole, values, at) : null;
    }

    private static void collect(
            RecordReader record, JsonNode node, String at, Faults faults, Map<String, @Nullable Object> values) {
        for (Field field : record.fields()) {
            if (field.inline()) {
                collect((RecordReader) field.reader(), node, at, faults, values);
            } else if (node.has(field.name())) {
                values.put(field.name(), value(field, node.get(field.name()), at, faults));
            }
        }
    }

    private static @Nullable Object value(Field field, JsonNode node, String at, Faults faults) {
        String here = Pointers.below(at, field.name());
        if (!node.isNull()) {
            ValueReader reader =
                    field.reader() instanceof RecordReader record ? new ChangesReader(record) : field.reader();
            return reader.read(node, here, faults);
        }
        if (!field.optional()) {
            faults.add(here, "null-not-allowed", "cannot be cleared");
        }
        return field.reader().absent();
    }
}
