package io.seikyu.eventlog.axon;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;

/** Metadata of an event as one JSON object of strings, sorted by name. */
final class MetadataJson {
    private static final byte[] NONE = "{}".getBytes(StandardCharsets.US_ASCII);
    private static final ObjectReader READER =
            EventJson.mapper().readerFor(new TypeReference<LinkedHashMap<String, String>>() {});

    private MetadataJson() {}

    /** @throws IllegalArgumentException for a value that is no string: others do not come back equal */
    static byte[] encode(MetaData metadata) {
        if (metadata.isEmpty()) {
            return NONE;
        }
        Map<String, String> sorted = new TreeMap<>();
        metadata.forEach((name, value) -> sorted.put(name, text(name, value)));
        return EventJson.mapper().writeValueAsBytes(sorted);
    }

    private static String text(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("metadata '" + name + "' must be a string");
    }

    static MetaData decode(byte[] json) {
        if (json == null || json.length <= NONE.length) {
            return MetaData.emptyInstance();
        }
        Map<String, String> read = READER.readValue(json);
        return MetaData.from(read);
    }
}
