package io.seikyu.web.body;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the names of an enum's constants, exactly as written. */
final class EnumReader implements ValueReader {
    private final Map<String, Object> constants = new LinkedHashMap<>();
    private final String expected;

    EnumReader(Class<?> type) {
        Arrays.stream(type.getEnumConstants()).forEach(c -> constants.put(((Enum<?>) c).name(), c));
        this.expected = constants.keySet().stream().collect(Collectors.joining(", ", "one of ", ""));
    }

    @Override
    public @Nullable Object read(JsonNode node, String at, Faults faults) {
        if (!node.isString()) {
            return ValueReader.wrongType(node, at, faults, expected);
        }
        Object constant = constants.get(node.stringValue());
        if (constant == null) {
            faults.add(at, "unknown-value", "must be " + expected);
        }
        return constant;
    }
}
