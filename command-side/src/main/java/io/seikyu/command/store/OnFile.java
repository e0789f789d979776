package io.seikyu.command.store;

import java.util.Optional;

/**
 * Aggregates of one kind, to be looked at and not to be changed: as the log has them now ({@link CachingRepository}), or
 * as it had them at some position.
 */
@FunctionalInterface
public interface OnFile<T> {
    /** @param id the name of its stream */
    Optional<T> find(String id);
}
