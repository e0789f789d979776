package io.seikyu.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What makes one JSON value another, as a list of changes at JSON pointers (RFC 6901). Lists are compared by index. */
public final class JsonDifference {
    private final List<Change> changes = new ArrayList<>();

    private JsonDifference() {}

    /** @param before null when there was nothing */
    public static List<Change> between(@Nullable JsonNode before, JsonNode after) {
        JsonDifference difference = new JsonDifference();
        difference.compare("", before, after);
        return difference.changes;
    }

    private void compare(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null) {
            changes.add(new Change(pointer, before, after));
        } else if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(name -> compare(pointer + "/" + escaped(name), before.get(name), after.get(name)));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(pointer + "/" + i, before.get(i), after.get(i));
            }
        } else if (!before.equals(after)) {
            changes.add(new Change(pointer, before, after));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /**
     * One place that is not what it was.
     *
     * @param pointer the empty one is the whole
     * @param before  absent when it was not there
     * @param after   absent when it is gone
     */
    public record Change(
            String pointer,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}
}
