package io.seikyu.contract.catalogue;

import java.util.Map;
import java.util.function.Function;

/**
 * Which fields of an event are personal data (個人情報), and whose.
 *
 * @param subjects from a path with dots, e.g. {@code details.email}, to the person it belongs to, named by the stream of
 *                 their thing, e.g. {@code acme/account/a1}: one key encrypts all that is theirs. A path names a whole
 *                 value, a list as well. Values may depend on the event: a company's name is no personal data, a sole
 *                 proprietor's is
 */
public record PersonalFields<E>(Function<E, Map<String, String>> subjects) {
    private static final PersonalFields<Object> NONE = new PersonalFields<>(event -> Map.of());

    /** An event that holds no personal data. */
    @SuppressWarnings("unchecked")
    public static <E> PersonalFields<E> none() {
        return (PersonalFields<E>) NONE;
    }

    /** Path to subject, for this very event; empty when nothing in it is personal. */
    public Map<String, String> of(E event) {
        return subjects.apply(event);
    }
}
