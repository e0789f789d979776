package io.seikyu.projection;

import java.util.List;
import java.util.Map;

/**
 * How events become the views that answer one kind of question: a pure function, without a store and without a clock,
 * so that a rebuild, an audit and the live view come to the same result.
 *
 * <p>A view is one document. It is fed in order: events of one document are handled one after another, those of
 * different documents side by side.
 *
 * @param <V> the view: an immutable record that Jackson writes and reads
 */
public interface Projection<V> {
    /** Names the collection and the processor, e.g. {@code invoice}. */
    String name();

    /** To be raised when the view's shape or meaning changes; a view of another revision is rebuilt at start. */
    int revision();

    /** The kind of stream whose events feed it, the middle part of the stream's name. */
    String streamType();

    Class<V> view();

    Folds<V> folds();

    /** By what lists filter and sort: plain values by name, derived from the view. */
    Map<String, Object> search(V view);

    /** Search fields, or combinations of them, by which views are to be found without going through all of a tenant. */
    default List<List<String>> indexes() {
        return List.of();
    }

    /** The same for what is looked for over all tenants. */
    default List<List<String>> indexesOverTenants() {
        return List.of();
    }
}
