package io.seikyu.command.decision;

import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.id.Ids;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads values out of what a policy's text says: maps, lists, texts, numbers, truth values and nothing. A fault is noted
 * under its JSON pointer and reading goes on, so that all of them are named at once; one who was told of any throws away
 * what was read.
 */
public abstract class TreeReader {
    protected static final String INVALID = "invalid";
    protected static final String UNKNOWN = "unknown-field";
    protected static final String MISSING = "missing";

    private final List<Fault> faults;

    /** @param faults takes what is wrong */
    protected TreeReader(List<Fault> faults) {
        this.faults = faults;
    }

    /** An empty one when it is none. */
    protected final Map<?, ?> map(Object said, String at) {
        if (said instanceof Map<?, ?> map) {
            return map;
        }
        fault(at, INVALID, "must be a mapping of names to values");
        return Map.of();
    }

    /** An empty one when it is none, or nothing is said. */
    protected final List<?> list(Object said, String at) {
        if (said == null) {
            return List.of();
        }
        if (said instanceof List<?> list) {
            return list;
        }
        fault(at, INVALID, "must be a list");
        return List.of();
    }

    /** Null when nothing is said, or no number. */
    protected final BigDecimal number(Object said, String at) {
        if (said == null || said instanceof BigDecimal) {
            return (BigDecimal) said;
        }
        fault(at, INVALID, "must be a number");
        return null;
    }

    /** A number that has to be there, from {@code min} to {@code max}; {@code min} in place of a faulty one. */
    protected final BigDecimal number(Map<?, ?> fields, String name, String at, String min, String max) {
        String place = at + "/" + escaped(name);
        BigDecimal least = new BigDecimal(min);
        if (fields.get(name) == null) {
            fault(place, MISSING, "is missing: it must be a number from " + min + " to " + max);
            return least;
        }
        BigDecimal value = number(fields.get(name), place);
        if (value == null) {
            return least;
        }
        if (value.compareTo(least) < 0 || value.compareTo(new BigDecimal(max)) > 0) {
            fault(place, INVALID, "must be from " + min + " to " + max);
            return least;
        }
        return value;
    }

    /** The same without decimals. */
    protected final int count(Map<?, ?> fields, String name, String at, int min, int max) {
        BigDecimal value = number(fields, name, at, Integer.toString(min), Integer.toString(max));
        if (value.stripTrailingZeros().scale() > 0) {
            fault(at + "/" + escaped(name), INVALID, "must be a whole number");
            return min;
        }
        return value.intValueExact();
    }

    /** One of the names of an enum that has to be there; null in place of another. */
    protected final <E extends Enum<E>> E choice(Object said, String at, Class<E> type) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(said)) {
                return one;
            }
        }
        fault(at, INVALID, "must be one of " + List.of(type.getEnumConstants()));
        return null;
    }

    protected final String id(Object said, String at) {
        String id = said == null ? null : said.toString();
        if (id != null && !Ids.isValid(id)) {
            fault(at, INVALID, "must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        return id;
    }

    protected final void unknown(Map<?, ?> said, Set<String> known, String at) {
        for (Object name : said.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                fault(at + "/" + escaped(name), UNKNOWN, "is unknown here");
            }
        }
    }

    /** A name as it stands in a JSON pointer. */
    protected static String escaped(Object name) {
        return String.valueOf(name).replace("~", "~0").replace("/", "~1");
    }

    protected final void fault(String pointer, String code, String message) {
        faults.add(new Fault(pointer, code, message));
    }
}
