package io.seikyu.projection;

import io.seikyu.eventlog.axon.UnreadableEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/**
 * Tells the processor which events concern a projection, and which segment each is for: events of one document always
 * go to the same. An event of a kind that this version does not know concerns the projection of its stream, and parks it.
 */
final class Relevance implements EventHandlerInvoker {
    private final Projection<?> projection;

    Relevance(Projection<?> projection) {
        this.projection = projection;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return isOf(projection, payloadType);
    }

    /** What cannot be read may concern it. */
    static boolean isOf(Projection<?> projection, Class<?> payloadType) {
        return payloadType == UnreadableEvent.class || projection.folds().handles(payloadType);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return message instanceof DomainEventMessage<?> event
                && canHandleType(event.getPayloadType())
                && event.getType().equals(projection.streamType())
                && segment.matches(event.getAggregateIdentifier());
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        throw new UnsupportedOperationException("batches are handed on whole");
    }

    @Override
    public boolean supportsReset() {
        return false;
    }
}
