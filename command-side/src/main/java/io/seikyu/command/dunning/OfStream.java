package io.seikyu.command.dunning;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.modelling.saga.AssociationResolver;

/** Of what an event is: the name of its stream. */
public final class OfStream implements AssociationResolver {
    @Override
    public <T> void validate(String associationPropertyName, MessageHandlingMember<T> handler) {
        // every event of the log has a stream
    }

    @Override
    public <T> Object resolve(
            String associationPropertyName, EventMessage<?> message, MessageHandlingMember<T> handler) {
        return message instanceof DomainEventMessage<?> event ? event.getAggregateIdentifier() : null;
    }
}
