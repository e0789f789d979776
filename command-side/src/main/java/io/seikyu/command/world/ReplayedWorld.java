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
 * to be changed; it moves with the next event. It keeps what it was asked for before the first event, and nothing else.
 */
public final class ReplayedWorld {
    private final Map<String, AggregateModel<?>> models;
    private final List<WorkList<?>> known;
    private final Map<String, FoldedAggregates<?>> aggregates = new HashMap<>();
    private final Map<Class<?>, FoldedList<?>> lists = new HashMap<>();
    private final Map<String, List<FoldedList<?>>> listsByStreamType = new HashMap<>();
    private boolean begun;

    /** @param models by the type of their streams */
    ReplayedWorld(Map<String, AggregateModel<?>> models, List<WorkList<?>> known) {
        this.models = models;
        this.known = known;
    }

    /** Whether it is moved by such an event. */
    public boolean folds(ReplayedEvent event) {
        FoldedAggregates<?> folded = aggregates.get(event.streamType());
        return folded != null && folded.folds(event.type())
                || lists(event).stream().anyMatch(list -> list.folds(event.type()));
    }

    /** Lets it happen, be it an event of the log or one that never was. */
    public void fold(ReplayedEvent event) {
        begun = true;
        FoldedAggregates<?> folded = aggregates.get(event.streamType());
        if (folded != null) {
            folded.fold(event.message());
        }
        lists(event).forEach(list -> list.fold(event));
    }

    private List<FoldedList<?>> lists(ReplayedEvent event) {
        return listsByStreamType.getOrDefault(event.streamType(), List.of());
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

    /** @throws IllegalStateException when it is asked for after the first event */
    @SuppressWarnings("unchecked")
    public <T> OnFile<T> of(Class<T> aggregate) {
        String streamType = models.entrySet().stream()
                .filter(model -> model.getValue().entityClass() == aggregate)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(aggregate.getSimpleName() + " cannot be replayed"));
        return (OnFile<T>) aggregates.computeIfAbsent(streamType, type -> {
            refuseIfBegun(aggregate);
            return new FoldedAggregates<>(models.get(type));
        });
    }

    /** @throws IllegalStateException when it is asked for after the first event */
    @SuppressWarnings("unchecked")
    public <V> Listed<V> list(Class<? extends WorkList<V>> list) {
        return (Listed<V>) lists.computeIfAbsent(list, type -> {
            refuseIfBegun(type);
            WorkList<?> found = known.stream()
                    .filter(type::isInstance)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " cannot be replayed"));
            FoldedList<?> folded = new FoldedList<>(found);
            listsByStreamType
                    .computeIfAbsent(found.streamType(), any -> new ArrayList<>())
                    .add(folded);
            return folded;
        });
    }

    private void refuseIfBegun(Class<?> what) {
        if (begun) {
            throw new IllegalStateException(what.getSimpleName() + " was not kept from the beginning");
        }
    }
}
