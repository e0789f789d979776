package io.seikyu.command.world;

import io.seikyu.command.store.OnFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.modelling.command.inspection.AggregateModel;

/**
 * Aggregates of one kind, each moved by its own event-sourcing handlers. Which one it is is looked up by the event's class,
 * since millions of events are folded one after the other.
 */
final class FoldedAggregates<T> implements OnFile<T> {
    private final GenericAggregateFactory<T> factory;
    private final List<MessageHandlingMember<? super T>> handlers;
    private final Map<Class<?>, Optional<MessageHandlingMember<? super T>>> handlerOf = new ConcurrentHashMap<>();
    private final Map<String, T> roots = new HashMap<>();

    FoldedAggregates(AggregateModel<T> model) {
        this.factory = new GenericAggregateFactory<>(model);
        this.handlers = model.allEventHandlers().get(model.entityClass());
    }

    /** Any thread may ask. */
    boolean folds(Class<?> event) {
        return handlerOf(event).isPresent();
    }

    private Optional<MessageHandlingMember<? super T>> handlerOf(Class<?> event) {
        return handlerOf.computeIfAbsent(
                event,
                type -> handlers.stream()
                        .filter(handler -> handler.canHandleType(type))
                        .findFirst());
    }

    void fold(DomainEventMessage<?> message) {
        Optional<MessageHandlingMember<? super T>> handler = handlerOf(message.getPayloadType());
        if (handler.isEmpty()) {
            return;
        }
        T root =
                roots.computeIfAbsent(message.getAggregateIdentifier(), id -> factory.createAggregateRoot(id, message));
        try {
            handler.get().handle(message, root);
        } catch (Exception e) {
            throw new IllegalStateException("an event of " + message.getAggregateIdentifier() + " is not folded", e);
        }
    }

    @Override
    public Optional<T> find(String id) {
        return Optional.ofNullable(roots.get(id));
    }
}
