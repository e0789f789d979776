package io.seikyu.web.body;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Makes the reader for a Java type, once. A type that nobody knows how to read fails when its first request comes in. */
final class Readers {
    private static final TextReader ID = new TextReader(IdBounds.of());

    private final Map<Class<?>, RecordReader> records = new ConcurrentHashMap<>();

    RecordReader ofRecord(Class<?> type) {
        RecordReader known = records.get(type);
        if (known == null) {
            known = new RecordReader(type, this);
            records.put(type, known);
        }
        return known;
    }

    ValueReader of(AnnotatedType type) {
        Class<?> raw = raw(type.getType());
        if (raw == String.class) {
            return type.isAnnotationPresent(IdText.class) ? ID : new TextReader(type.getAnnotation(Text.class));
        }
        if (raw == BigDecimal.class) {
            return new AmountReader(type.getAnnotation(Amount.class));
        }
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return new WholeReader(type.getAnnotation(Whole.class), raw == int.class || raw == Integer.class);
        }
        if (raw == List.class) {
            return new ListReader(type.getAnnotation(Items.class), of(argument(type, 0)));
        }
        if (raw == Map.class) {
            return new MapReader(type.getAnnotation(Items.class), of(argument(type, 1)));
        }
        if (raw == Changes.class) {
            return new ChangesReader(ofRecord(raw(argument(type, 0).getType())));
        }
        return of(raw);
    }

    private ValueReader of(Class<?> raw) {
        if (raw == boolean.class || raw == Boolean.class) {
            return (node, at, faults) -> node.isBoolean()
                    ? (Object) node.booleanValue()
                    : ValueReader.wrongType(node, at, faults, "true or false");
        }
        if (raw == LocalDate.class) {
            return TimeReaders::date;
        }
        if (raw == Instant.class) {
            return TimeReaders::instant;
        }
        if (raw == OffsetDateTime.class) {
            return TimeReaders::offsetDateTime;
        }
        if (raw == JsonNode.class) {
            return (node, at, faults) -> node;
        }
        if (raw.isEnum()) {
            return new EnumReader(raw);
        }
        if (ScalarReader.canRead(raw)) {
            return new ScalarReader(raw, this);
        }
        if (raw.isRecord()) {
            return ofRecord(raw);
        }
        throw new IllegalStateException("nobody knows how to read " + raw + " from JSON");
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    /** Carries the bounds of an id as an annotation would. */
    private record IdBounds(
            @Text(
                    max = 64,
                    pattern = "(?!\\.{1,2}$)[A-Za-z0-9._-]{1,64}",
                    says = "must be 1 to 64 of A-Z a-z 0-9 . _ -")
            String id) {
        static Text of() {
            return IdBounds.class.getRecordComponents()[0].getAnnotatedType().getAnnotation(Text.class);
        }
    }
}
