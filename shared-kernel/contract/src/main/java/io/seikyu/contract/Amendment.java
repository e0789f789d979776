package io.seikyu.contract;

/**
 * What an amendment does to the version it follows: an absent field stays, {@code null} clears.
 * A function, because only who holds the present version can tell whether the result is whole.
 *
 * @param <T> what is amended
 */
@FunctionalInterface
public interface Amendment<T> {
    /**
     * @return the new version, whole and valid
     * @throws IllegalArgumentException when the result would not be valid
     */
    T applyTo(T present);
}
