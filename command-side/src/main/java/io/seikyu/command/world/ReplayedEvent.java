package io.seikyu.command.world;

import io.seikyu.contract.Event;
import io.seikyu.projection.Recorded;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * An event of a stream, as its aggregate reads it.
 *
 * @param position in the log
 */
public record ReplayedEvent(long position, DomainEventMessage<?> message) {
    /** {@code tenant/type/id} */
    public String stream() {
        return message.getAggregateIdentifier();
    }

    /** The middle of {@link #stream}. */
    public String streamType() {
        return message.getType();
    }

    /** Without reading it: most readers want few of the events that they pass. */
    public Class<?> type() {
        return message.getPayloadType();
    }

    public boolean is(Class<? extends Event> type) {
        return type() == type;
    }

    public Event event() {
        return (Event) message.getPayload();
    }

    Recorded recorded() {
        Map<String, String> metadata = message.getMetaData().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().toString()));
        return new Recorded(stream(), position, message.getTimestamp(), metadata);
    }
}
