package io.seikyu.web.body;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads lists. A list that may be absent and is, is empty. */
final class ListReader implements ValueReader {
    private final Size size;
    private final ValueReader item;

    ListReader(@Nullable Items bounds, ValueReader item) {
        this.size = new Size(bounds);
        this.item = item;
    }

    @Override
    public @Nullable Object read(JsonNode node, String at, Faults faults) {
        if (!node.isArray()) {
            return ValueReader.wrongType(node, at, faults, "a list");
        }
        if (!size.accepts(node.size(), at, faults)) {
            return null;
        }
        int before = faults.count();
        List<Object> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            String here = Pointers.below(at, i);
            if (node.get(i).isNull()) {
                faults.add(here, "null-not-allowed", "must not be null");
            } else {
                items.add(item.read(node.get(i), here, faults));
            }
        }
        return faults.count() == before ? List.copyOf(items) : null;
    }

    @Override
    public Object absent() {
        return List.of();
    }

    /** The bounds of a list or map. */
    record Size(int min, int max) {
        Size(@Nullable Items bounds) {
            this(bounds == null ? 0 : bounds.min(), bounds == null ? Items.DEFAULT_MAX : bounds.max());
        }

        boolean accepts(int size, String at, Faults faults) {
            if (size > max) {
                faults.add(at, "too-many", "must have at most " + max + " entries, has " + size);
            } else if (size < min) {
                faults.add(at, "too-few", "must have at least " + min + (min == 1 ? " entry" : " entries"));
            }
            return size >= min && size <= max;
        }
    }
}
