package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * Axon's event serializer, for whatever keeps events outside the log: a dead letter has the stored name, revision and
 * bytes of the event it is about, so personal data stays sealed there too, and a letter can hold an event that this
 * version cannot read. All that is no event of the catalogue goes to another serializer.
 */
public final class EventCodecSerializer implements Serializer {
    private final EventCodec codec;
    private final Serializer others;

    public EventCodecSerializer(EventCodec codec, Serializer others) {
        this.codec = codec;
        this.others = others;
    }

    PayloadCodec codec() {
        return codec;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        return object != null && codec.knows(object.getClass())
                ? asStored(codec.encode(object), expectedRepresentation)
                : others.serialize(object, expectedRepresentation);
    }

    <T> SerializedObject<T> asStored(StoredPayload payload, Class<T> expectedRepresentation) {
        return getConverter()
                .convert(
                        new SimpleSerializedObject<>(
                                payload.bytes(), byte[].class, payload.name(), Integer.toString(payload.revision())),
                        expectedRepresentation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return getConverter().canConvert(byte[].class, expectedRepresentation)
                && others.canSerializeTo(expectedRepresentation);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        SerializedType type = serialized.getType();
        if (!isStored(type)) {
            return others.deserialize(serialized);
        }
        byte[] bytes = getConverter().convert(serialized, byte[].class).getData();
        return (T) codec.decode(type.getName(), revision(type), bytes);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        return isStored(type) ? codec.typeOf(type.getName(), revision(type)) : others.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        return type != null && codec.knows((Class<?>) type) ? codec.storedType(type) : others.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return others.getConverter();
    }

    /** Only what the codec wrote has a number as its revision. */
    private static boolean isStored(SerializedType type) {
        String revision = type.getRevision();
        return revision != null && !revision.isEmpty() && revision.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int revision(SerializedType type) {
        return Integer.parseInt(type.getRevision());
    }
}
