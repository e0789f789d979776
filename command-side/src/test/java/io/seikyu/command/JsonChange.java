package io.seikyu.command;

import io.seikyu.eventlog.axon.EventJson;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One field of a document, or of another record, changed, named by its JSON pointer. */
public final class JsonChange {
    private static final JsonMapper MAPPER = EventJson.mapper();

    private JsonChange() {}

    /** @param json the new value; {@code null} takes the field away */
    @SuppressWarnings("unchecked") // a record is read back as what it was
    public static <T extends Record> T of(T document, String pointer, String json) {
        JsonNode tree = MAPPER.readTree(MAPPER.writeValueAsBytes(document));
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode holder = tree.at(at.head());
        JsonNode value = json == null ? null : MAPPER.readTree(json);
        if (holder instanceof ObjectNode object) {
            String field = at.last().getMatchingProperty();
            if (value == null) {
                object.remove(field);
            } else {
                object.set(field, value);
            }
        } else if (value == null) {
            ((tools.jackson.databind.node.ArrayNode) holder).remove(at.last().getMatchingIndex());
        } else {
            ((tools.jackson.databind.node.ArrayNode) holder).add(value);
        }
        return MAPPER.treeToValue(tree, (Class<T>) document.getClass());
    }
}
