package io.seikyu.web.body;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads objects whose names are data. Names are texts of at most 64 characters. */
final class MapReader implements ValueReader {
    private static final int LONGEST_NAME = 64;

    private final ListReader.Size size;
    private final ValueReader value;

    MapReader(@Nullable Items bounds, ValueReader value) {
        this.size = new ListReader.Size(bounds);
        this.value = value;
    }

    @Override
    public @Nullable Object read(JsonNode node, String at, Faults faults) {
        if (!node.isObject()) {
            return ValueReader.wrongType(node, at, faults, "an object");
        }
        if (!size.accepts(node.size(), at, faults)) {
            return null;
        }
        int before = faults.count();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String here = Pointers.below(at, entry.getKey());
            checkName(entry.getKey(), here, faults);
            if (entry.getValue().isNull()) {
                faults.add(here, "null-not-allowed", "must not be null");
            } else {
                values.put(entry.getKey(), value.read(entry.getValue(), here, faults));
            }
        }
        return faults.count() == before ? Collections.unmodifiableMap(values) : null;
    }

    private static void checkName(String name, String at, Faults faults) {
        if (name.length() > LONGEST_NAME) {
            faults.add(at, "too-long", "must have a name of at most " + LONGEST_NAME + " characters");
        } else {
            new TextReader(null).read(StringNode.valueOf(name), at, faults);
        }
    }

    @Override
    public Object absent() {
        return Map.of();
    }
}
