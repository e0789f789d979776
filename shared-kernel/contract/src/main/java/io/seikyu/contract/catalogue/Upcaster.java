package io.seikyu.contract.catalogue;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Turns the stored shape of one revision into that of the next.
 *
 * @param from   the revision it reads; it yields {@code from + 1}
 * @param change on the JSON object as maps, lists, strings, numbers, booleans and nulls
 */
public record Upcaster(int from, UnaryOperator<Map<String, Object>> change) {
    /** Leads what was stored in revision {@code stored} through every later change; the newest comes back as it is. */
    public static Map<String, Object> lead(List<Upcaster> upcasters, int stored, Map<String, Object> json) {
        Map<String, Object> latest = json;
        for (Upcaster upcaster : upcasters) {
            if (upcaster.from() >= stored) {
                latest = upcaster.change().apply(latest);
            }
        }
        return latest;
    }
}
