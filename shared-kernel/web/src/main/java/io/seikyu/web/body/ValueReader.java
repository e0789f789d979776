package io.seikyu.web.body;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one kind of value from a node that is neither absent nor {@code null}. */
@FunctionalInterface
interface ValueReader {
    /**
     * @param at where the node stands
     * @return the value, or null after at least one fault was added
     */
    @Nullable
    Object read(JsonNode node, String at, Faults faults);

    /** What stands for an absent or cleared value that may be absent. */
    default @Nullable Object absent() {
        return null;
    }

    static String kindOf(JsonNode node) {
        if (node.isObject()) {
            return "an object";
        }
        if (node.isArray()) {
            return "a list";
        }
        if (node.isString()) {
            return "a text";
        }
        return node.isNumber() ? "a number" : "true or false";
    }

    /** Adds the fault of a value of the wrong type. */
    static @Nullable Object wrongType(JsonNode node, String at, Faults faults, String expected) {
        faults.add(at, "wrong-type", "must be " + expected + ", is " + kindOf(node));
        return null;
    }
}
