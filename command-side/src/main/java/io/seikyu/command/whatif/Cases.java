package io.seikyu.command.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is told case by case, numbered from 1: the first {@value #LISTED} stand in the job's result, and each is handed on
 * to be kept.
 */
public final class Cases {
    static final String NUMBER = "number";

    private static final int LISTED = 100;

    private final Consumer<Map<String, Object>> keeper;
    private final List<Map<String, Object>> listed = new ArrayList<>();
    private long count;

    /** @param keeper is given each, in order */
    Cases(Consumer<Map<String, Object>> keeper) {
        this.keeper = keeper;
    }

    public void add(Map<String, Object> told) {
        count++;
        Map<String, Object> numbered = Told.of(NUMBER, count);
        numbered.putAll(told);
        if (listed.size() < LISTED) {
            listed.add(numbered);
        }
        keeper.accept(numbered);
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
