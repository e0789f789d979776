package io.seikyu.web.body;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a value type, a record with the one component {@code value}, from the bare value: {@code "T1234567890123"}.
 * What its constructor refuses is a fault of that field.
 */
final class ScalarReader implements ValueReader {
    private final ValueReader inner;
    private final Construction construction;

    ScalarReader(Class<?> type, Readers readers) {
        this.inner = readers.of(type.getRecordComponents()[0].getAnnotatedType());
        this.construction = new Construction(type);
    }

    static boolean canRead(Class<?> type) {
        if (!type.isRecord()) {
            return false;
        }
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }

    @Override
    public @Nullable Object read(JsonNode node, String at, Faults faults) {
        Object value = inner.read(node, at, faults);
        return value == null ? null : construction.of(new Object[] {value}, at, faults);
    }
}
