package io.seikyu.contract.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;

/** What contracts looked like before. */
final class ContractShapes {
    private ContractShapes() {}

    /** Revision 1 knew of no measures that were agreed upon. */
    static Map<String, Object> withCredit(Map<String, Object> json) {
        Map<String, Object> next = new LinkedHashMap<>(json);
        Map<String, Object> terms = new LinkedHashMap<>();
        if (json.get("terms") instanceof Map<?, ?> before) {
            before.forEach((name, value) -> terms.put(String.valueOf(name), value));
        }
        terms.put("credit", null);
        next.put("terms", terms);
        return next;
    }
}
