package io.seikyu.web.body;

import java.lang.reflect.RecordComponent;
import tools.jackson.databind.JsonNode;

/**
 * Reads requests, which are Java records, from JSON, and finds all that is wrong with them at once: what is missing or
 * unknown, of the wrong type or form, too long, too large. A component that may be absent or null carries {@link
 * org.jspecify.annotations.Nullable}; bounds are said by {@link Text}, {@link IdText}, {@link Amount}, {@link Whole}
 * and {@link Items}. It knows texts, decimals, whole numbers, booleans, dates, instants, enums, lists, maps, records,
 * {@link Changes}, {@link JsonNode}, and value types: records with the one component {@code value}. What a record's
 * constructor refuses with an {@link IllegalArgumentException} is a fault of that record.
 */
public final class BodyReader {
    private final Readers readers = new Readers();

    /**
     * @throws io.seikyu.web.problem.InvalidInputException with every fault; pointers count from the body's root
     */
    public <T extends Record> T read(JsonNode body, Class<T> type) {
        Faults faults = new Faults();
        Object value = readers.ofRecord(type).read(body, "", faults);
        faults.throwIfAny();
        return type.cast(value);
    }

    /**
     * Reads the JSON text itself.
     *
     * @throws io.seikyu.web.problem.ProblemException      400 when it is not JSON
     * @throws io.seikyu.web.problem.InvalidInputException with every fault
     */
    public <T extends Record> T read(byte[] body, Class<T> type) {
        return read(JsonText.parse(body), type);
    }

    /**
     * {@code present} with what {@code changes} say, see {@link Changes}.
     *
     * @param at where the changes stand in the body, e.g. {@code /changes}
     * @throws io.seikyu.web.problem.InvalidInputException with every fault
     */
    public <T extends Record> T patch(T present, JsonNode changes, String at, Class<T> type) {
        return changes(changes, at, type).applyTo(present);
    }

    /** Checks changes without knowing the present version. */
    @SuppressWarnings("unchecked") // the reader is that of T
    public <T extends Record> Changes<T> changes(JsonNode changes, String at, Class<T> type) {
        Faults faults = new Faults();
        Object read = new ChangesReader(readers.ofRecord(type)).read(changes, at, faults);
        faults.throwIfAny();
        return (Changes<T>) read;
    }

    /**
     * Makes the reader of {@code type} now, so that a type nobody can read fails at start.
     *
     * @throws IllegalStateException when it holds a type that cannot be read
     */
    public void prepare(Class<?> type) {
        if (type.isRecord()) {
            readers.ofRecord(type);
            for (RecordComponent component : type.getRecordComponents()) {
                readers.of(component.getAnnotatedType());
            }
        }
    }
}
