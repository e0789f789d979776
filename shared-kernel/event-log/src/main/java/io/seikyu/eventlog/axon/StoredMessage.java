package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import java.util.Map;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * A message whose payload and metadata stay bytes until somebody asks: most readers want few of the events they pass.
 * Decoding twice by two threads at once does no harm, since events are immutable.
 */
final class StoredMessage<T> implements Message<T> {
    private static final long serialVersionUID = 1L;

    private final transient NewEvent event;
    private final transient long position;
    private final transient PayloadCodec codec;
    private final Class<T> type;
    private transient volatile T payload;
    private transient volatile MetaData metadata;

    @SuppressWarnings("unchecked")
    StoredMessage(NewEvent event, long position, PayloadCodec codec) {
        this.event = event;
        this.position = position;
        this.codec = codec;
        this.type = (Class<T>) codec.typeOf(event.type(), event.revision());
    }

    @Override
    public String getIdentifier() {
        return event.id();
    }

    @Override
    public Class<T> getPayloadType() {
        return type;
    }

    @Override
    public T getPayload() {
        T known = payload;
        if (known == null) {
            known = decode();
            payload = known;
        }
        return known;
    }

    @SuppressWarnings("unchecked")
    private T decode() {
        try {
            return (T) codec.decode(event.type(), event.revision(), event.payload());
        } catch (UnreadableEventException e) {
            throw position < 0 ? e : e.at(position, event.stream());
        }
    }

    @Override
    public MetaData getMetaData() {
        MetaData known = metadata;
        if (known == null) {
            known = MetadataJson.decode(event.metadata());
            metadata = known;
        }
        return known;
    }

    @Override
    public Message<T> withMetaData(Map<String, ?> other) {
        StoredMessage<T> same = new StoredMessage<>(event, position, codec);
        same.payload = payload;
        same.metadata = MetaData.from(other);
        return same;
    }

    @Override
    public Message<T> andMetaData(Map<String, ?> further) {
        return further.isEmpty() ? this : withMetaData(getMetaData().mergedWith(further));
    }

    /** What is kept elsewhere by the log's own codec is kept as it stands in the log, be it readable here or not. */
    @Override
    public <S> SerializedObject<S> serializePayload(Serializer serializer, Class<S> expectedRepresentation) {
        if (serializer instanceof EventCodecSerializer same && same.codec() == codec) {
            StoredPayload stored = new StoredPayload(event.type(), event.revision(), event.payload());
            return same.asStored(stored, expectedRepresentation);
        }
        return Message.super.serializePayload(serializer, expectedRepresentation);
    }

    /** Serialising to Java's own format is for messages that travel; bytes of the log do not. */
    private Object writeReplace() {
        return new GenericMessage<>(getIdentifier(), getPayload(), getMetaData());
    }
}
