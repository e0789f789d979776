package io.seikyu.command.whatif;

import java.util.LinkedHashMap;
import java.util.Map;

/** Plain values by name, in the order in which they are told. */
public final class Told {
    private Told() {}

    /** @param fields names and values by turns; what is null is left out */
    public static Map<String, Object> of(Object... fields) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] != null) {
                told.put((String) fields[i], fields[i + 1]);
            }
        }
        return told;
    }
}
