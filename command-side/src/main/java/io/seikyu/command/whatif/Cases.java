package io.seikyu.command.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What is told case by case: the first {@value #LISTED}; the others are counted, and nothing of them is kept. */
public final class Cases {
    private static final int LISTED = 100;

    private final List<Map<String, Object>> listed = new ArrayList<>();
    private long count;

    /** @param told asked for when it is listed */
    public void add(Supplier<Map<String, Object>> told) {
        count++;
        if (listed.size() < LISTED) {
            listed.add(told.get());
        }
    }

    public List<Map<String, Object>> listed() {
        return List.copyOf(listed);
    }

    public long count() {
        return count;
    }

    public long leftOut() {
        return count - listed.size();
    }
}
