package io.seikyu.web.body;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One component of a record.
 *
 * @param optional whether it may be absent or null
 * @param inline   whether its own fields stand in the object itself
 */
record Field(String name, boolean optional, boolean inline, ValueReader reader, Method accessor) {
    static Field of(RecordComponent component, Readers readers) {
        component.getAccessor().setAccessible(true);
        return new Field(
                component.getName(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                component.isAnnotationPresent(Inline.class),
                readers.of(component.getAnnotatedType()),
                component.getAccessor());
    }

    Set<String> names() {
        return inline ? ((RecordReader) reader).names() : Set.of(name);
    }

    @Nullable
    Object readFrom(JsonNode node, String at, Faults faults) {
        if (inline) {
            return ((RecordReader) reader).readKnown(node, at, faults);
        }
        JsonNode value = node.get(name);
        if (value != null && !value.isNull()) {
            return reader.read(value, Pointers.below(at, name), faults);
        }
        if (optional) {
            return reader.absent();
        }
        faults.add(
                Pointers.below(at, name),
                value == null ? "missing" : "null-not-allowed",
                value == null ? "is missing" : "must not be null");
        return null;
    }

    @Nullable
    Object of(Object holder) {
        try {
            return accessor.invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }
}
