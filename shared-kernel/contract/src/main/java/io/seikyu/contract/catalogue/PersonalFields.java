package io.seikyu.contract.catalogue;

import java.util.Set;
import java.util.function.Function;

/**
 * Which fields of an event are personal data (個人情報), and whose.
 *
 * @param subject the stream of the person's thing, e.g. {@code acme/account/a1}; one key encrypts all that is theirs
 * @param fields  paths with dots, e.g. {@code details.email}; a path names a whole value, a list as well
 */
public record PersonalFields<E>(Function<E, String> subject, Function<E, Set<String>> fields) {
    private static final PersonalFields<Object> NONE = new PersonalFields<>(event -> "", event -> Set.of());

    /** An event that holds no personal data. */
    @SuppressWarnings("unchecked")
    public static <E> PersonalFields<E> none() {
        return (PersonalFields<E>) NONE;
    }
}
