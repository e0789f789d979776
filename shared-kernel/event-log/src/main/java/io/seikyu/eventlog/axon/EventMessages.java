package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Events of the log as Axon's messages and back. An aggregate's identifier is the name of its stream. */
public final class EventMessages {
    private final PayloadCodec codec;

    public EventMessages(PayloadCodec codec) {
        this.codec = codec;
    }

    NewEvent toStore(EventMessage<?> message) {
        StoredPayload payload = codec.encode(message.getPayload());
        DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> d ? d : null;
        return new NewEvent(
                message.getIdentifier(),
                domain == null ? null : domain.getAggregateIdentifier(),
                domain == null ? -1 : domain.getSequenceNumber(),
                payload.name(),
                payload.revision(),
                message.getTimestamp(),
                payload.bytes(),
                MetadataJson.encode(message.getMetaData()));
    }

    /** An event as its aggregate reads it. */
    DomainEventMessage<?> ofStream(NewEvent event, long position) {
        return new GenericDomainEventMessage<>(
                typeOf(event.stream()),
                event.stream(),
                event.sequence(),
                new StoredMessage<>(event, position, codec),
                event.at());
    }

    /** An event as a processor reads it. */
    public TrackedEventMessage<?> tracked(StoredEvent stored) {
        NewEvent event = stored.event();
        GlobalSequenceTrackingToken token = new GlobalSequenceTrackingToken(stored.position());
        StoredMessage<Object> message = new StoredMessage<>(event, stored.position(), codec);
        return event.stream() == null
                ? new GenericTrackedEventMessage<>(token, message, event::at)
                : new GenericTrackedDomainEventMessage<>(
                        token, typeOf(event.stream()), event.stream(), event.sequence(), message, event::at);
    }

    /** The middle of {@code tenant/type/id}. */
    private static String typeOf(String stream) {
        int start = stream.indexOf('/') + 1;
        int end = stream.indexOf('/', start);
        return end < 0 ? stream.substring(start) : stream.substring(start, end);
    }
}
