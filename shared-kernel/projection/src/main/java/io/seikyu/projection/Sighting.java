package io.seikyu.projection;

import io.seikyu.contract.Event;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/** An event as a projection meets it: read from the log, and not decoded before somebody asks. */
record Sighting(String stream, long sequence, long position, EventMessage<?> message) {
    static Sighting of(EventMessage<?> message) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        long position =
                ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
        return new Sighting(event.getAggregateIdentifier(), event.getSequenceNumber(), position, message);
    }

    TrackingToken token() {
        return ((TrackedEventMessage<?>) message).trackingToken();
    }

    /** @throws RuntimeException when it cannot be read */
    Event event() {
        return (Event) message.getPayload();
    }

    Recorded recorded() {
        Map<String, String> metadata = new HashMap<>();
        message.getMetaData().forEach((name, value) -> metadata.put(name, String.valueOf(value)));
        return new Recorded(stream, position, message.getTimestamp(), metadata);
    }
}
