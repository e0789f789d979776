package io.seikyu.command.world;

import io.seikyu.command.store.OnFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.modelling.command.inspection.AggregateModel;

/** Aggregates of one kind, each moved by its own event-sourcing handlers. */
final class FoldedAggregates<T> implements OnFile<T> {
    private final AggregateModel<T> model;
    private final GenericAggregateFactory<T> factory;
    private final Map<String, T> roots = new HashMap<>();

    FoldedAggregates(AggregateModel<T> model) {
        this.model = model;
        this.factory = new GenericAggregateFactory<>(model);
    }

    void fold(DomainEventMessage<?> message) {
        T root =
                roots.computeIfAbsent(message.getAggregateIdentifier(), id -> factory.createAggregateRoot(id, message));
        model.publish(message, root);
    }

    @Override
    public Optional<T> find(String id) {
        return Optional.ofNullable(roots.get(id));
    }
}
