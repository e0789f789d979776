package io.seikyu.command.whatif;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Something that another policy would have decided otherwise.
 *
 * @param change what kind of change, e.g. {@code FOUND_MORE}
 * @param what   e.g. the code of the finding
 * @param amount yen that it is about
 */
record Change(String change, String what, BigDecimal amount) {
    Map<String, Object> told() {
        return Told.of("change", change, "what", what, "amount", amount);
    }

    String name() {
        return change + " " + what;
    }
}
