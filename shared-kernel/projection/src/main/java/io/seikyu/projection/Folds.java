package io.seikyu.projection;

import io.seikyu.contract.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What a projection does with each kind of event of its stream, and which kinds it ignores. A test holds both together
 * against the catalogue, so that a new event is never forgotten.
 */
public final class Folds<V> {
    private final Map<Class<?>, Step<V, Event>> steps = new HashMap<>();
    private final Set<Class<?>> first = new HashSet<>();
    private final Set<Class<?>> each = new HashSet<>();
    private final Set<Class<?>> ignored = new HashSet<>();
    private boolean ends;

    /** With {@code type} a view begins. */
    public <E extends Event> Folds<V> startingWith(Class<E> type, BiFunction<E, Recorded, V> begin) {
        first.add(type);
        return put(type, (view, event, recorded) -> begin.apply(type.cast(event), recorded));
    }

    /** {@code type} turns one view into the next; it never comes before a view began. */
    public <E extends Event> Folds<V> on(Class<E> type, Step<V, E> step) {
        return put(type, (view, event, recorded) -> step.apply(view, type.cast(event), recorded));
    }

    /** {@code type} begins a view where there is none ({@code null}), and else turns it into the next. */
    public <E extends Event> Folds<V> onEach(Class<E> type, Step<V, E> step) {
        each.add(type);
        return on(type, step);
    }

    /**
     * With {@code type} the view ends: its document is removed. What comes of the same stream afterwards, such as events
     * that are delivered again, is passed over unless it begins a view.
     */
    public <E extends Event> Folds<V> endingWith(Class<E> type) {
        ends = true;
        return on(type, (view, event, recorded) -> null);
    }

    /** A sealed interface stands for all of its events but those that are handled. */
    @SafeVarargs
    public final Folds<V> ignoring(Class<? extends Event>... types) {
        for (Class<?> type : types) {
            if (type.isSealed()) {
                ignored.addAll(List.of(type.getPermittedSubclasses()));
            } else {
                ignored.add(type);
            }
        }
        return this;
    }

    private Folds<V> put(Class<?> type, Step<V, Event> step) {
        if (steps.put(type, step) != null) {
            throw new IllegalArgumentException(type.getSimpleName() + " is handled twice");
        }
        return this;
    }

    public Set<Class<?>> handled() {
        return Set.copyOf(steps.keySet());
    }

    public Set<Class<?>> ignored() {
        Set<Class<?>> rest = new HashSet<>(ignored);
        rest.removeAll(steps.keySet());
        return Set.copyOf(rest);
    }

    public boolean handles(Class<?> type) {
        return steps.containsKey(type);
    }

    /**
     * @param view null while there is none
     * @return null when there is none any more
     * @throws IllegalStateException when a view would begin twice, or go on before it began
     */
    public V apply(V view, Event event, Recorded recorded) {
        Class<?> type = event.getClass();
        if (ends && view == null && !first.contains(type) && !each.contains(type)) {
            return null;
        }
        if (!each.contains(type) && first.contains(type) != (view == null)) {
            throw new IllegalStateException(type.getSimpleName() + " at position " + recorded.position()
                    + (view == null ? " comes before the beginning of " : " is a second beginning of ")
                    + recorded.stream());
        }
        return steps.get(type).apply(view, event, recorded);
    }

    /** From one view to the next; pure. */
    @FunctionalInterface
    public interface Step<V, E> {
        V apply(V view, E event, Recorded recorded);
    }
}
