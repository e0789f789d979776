package io.seikyu.command.world;

import io.seikyu.command.store.OnFile;
import io.seikyu.command.work.Listed;
import io.seikyu.command.work.WorkList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.inspection.AggregateModel;

/**
 * What decisions look at, as it was after the event that was folded last: the same aggregates and lists as the house has
 * them, moved by the same handlers. It begins empty, one thread uses it, and what it gives out is to be looked at and not
 * to be changed; it moves with the next event.
 */
public final class ReplayedWorld {
    private final Map<Class<?>, FoldedAggregates<?>> aggregates = new HashMap<>();
    private final Map<String, FoldedAggregates<?>> byStreamType = new HashMap<>();
    private final Map<Class<?>, FoldedList<?>> lists = new HashMap<>();
    private final Map<String, List<FoldedList<?>>> listsByStreamType = new HashMap<>();

    ReplayedWorld(Map<String, AggregateModel<?>> models, List<? extends WorkList<?>> lists) {
        models.forEach((streamType, model) -> {
            FoldedAggregates<?> folded = new FoldedAggregates<>(model);
            aggregates.put(model.entityClass(), folded);
            byStreamType.put(streamType, folded);
        });
        lists.forEach(list -> {
            FoldedList<?> folded = new FoldedList<>(list);
            this.lists.put(list.getClass(), folded);
            listsByStreamType
                    .computeIfAbsent(list.streamType(), type -> new ArrayList<>())
                    .add(folded);
        });
    }

    /** Lets it happen, be it an event of the log or one that never was. */
    public void fold(ReplayedEvent event) {
        FoldedAggregates<?> folded = byStreamType.get(event.streamType());
        if (folded != null) {
            folded.fold(event.message());
        }
        listsByStreamType.getOrDefault(event.streamType(), List.of()).forEach(list -> list.fold(event));
    }

    /** Lets all of it happen, one after the other, each after {@code before} was asked about it. */
    public void fold(ReplayedCommit commit, BeforeEach before) {
        for (int i = 0; i < commit.events().size(); i++) {
            before.event(commit, i);
            fold(commit.events().get(i));
        }
    }

    /** Hears of each event while the world is as it was before it. */
    @FunctionalInterface
    public interface BeforeEach {
        /** @param index of the event within its commit */
        void event(ReplayedCommit commit, int index);
    }

    /** @throws IllegalArgumentException when nothing of this kind is kept */
    @SuppressWarnings("unchecked")
    public <T> OnFile<T> of(Class<T> aggregate) {
        return (OnFile<T>) kept(aggregates.get(aggregate), aggregate);
    }

    /** @throws IllegalArgumentException when this list is not kept */
    @SuppressWarnings("unchecked")
    public <V> Listed<V> list(Class<? extends WorkList<V>> list) {
        return (Listed<V>) kept(lists.get(list), list);
    }

    private static <K> K kept(K folded, Class<?> what) {
        if (folded == null) {
            throw new IllegalArgumentException(what.getSimpleName() + " is not kept in a replayed world");
        }
        return folded;
    }
}
