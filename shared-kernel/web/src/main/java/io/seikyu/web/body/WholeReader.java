package io.seikyu.web.body;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads whole numbers into an int or a long. */
final class WholeReader implements ValueReader {
    private final long min;
    private final long max;
    private final boolean asInt;

    WholeReader(@Nullable Whole bounds, boolean asInt) {
        long lowest = bounds == null ? 0 : bounds.min();
        long highest = bounds == null ? Integer.MAX_VALUE : bounds.max();
        this.min = asInt ? Math.max(lowest, Integer.MIN_VALUE) : lowest;
        this.max = asInt ? Math.min(highest, Integer.MAX_VALUE) : highest;
        this.asInt = asInt;
    }

    @Override
    public @Nullable Object read(JsonNode node, String at, Faults faults) {
        if (!node.isIntegralNumber()) {
            return ValueReader.wrongType(node, at, faults, "a whole number");
        }
        if (!node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            faults.add(at, "out-of-range", "must be from " + min + " to " + max);
            return null;
        }
        long value = node.longValue();
        return asInt ? (Object) (int) value : (Object) value;
    }
}
