package io.seikyu.eventlog.axon;

import io.seikyu.contract.Event;
import io.seikyu.contract.catalogue.EventCatalogue;
import io.seikyu.contract.catalogue.EventType;
import io.seikyu.contract.personal.PersonalCipher;
import io.seikyu.contract.personal.SubjectKeys;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/**
 * Events on disk, by the catalogue: stable names and revisions, JSON as {@link EventJson} writes it, personal data
 * sealed. What was stored in an earlier revision is opened, led through the upcasters and read as today's.
 */
public final class EventCodec implements PayloadCodec {
    /** What stands for a text whose key was erased. */
    public static final String ERASED = SealedFields.TOMBSTONE;

    private final Map<String, JsonShape<?>> byName = new HashMap<>();
    private final Map<Class<?>, JsonShape<?>> byClass = new HashMap<>();

    /** For the events of {@link EventCatalogue}. */
    public EventCodec(SubjectKeys keys) {
        this(EventCatalogue.all(), keys);
    }

    public EventCodec(Collection<EventType<?>> types, SubjectKeys keys) {
        SealedFields sealedFields = new SealedFields(new PersonalCipher(keys));
        for (EventType<?> type : types) {
            JsonShape<?> shape = shape(type, sealedFields);
            byName.put(type.name(), shape);
            byClass.put(type.payload(), shape);
        }
    }

    private static <E extends Event> JsonShape<E> shape(EventType<E> type, SealedFields sealedFields) {
        return new JsonShape<>(
                type.name(), type.revision(), type.payload(), type.personal(), type.upcasters(), sealedFields);
    }

    @Override
    public StoredPayload encode(Object payload) {
        JsonShape<?> shape = byClass.get(payload.getClass());
        if (shape == null) {
            throw new IllegalArgumentException(payload.getClass().getName() + " is not in the event catalogue");
        }
        return shape.encode(payload);
    }

    /** Whether {@code payload} is an event of the catalogue. */
    public boolean knows(Class<?> payload) {
        return byClass.containsKey(payload);
    }

    /** The stored name and revision of a class that it {@linkplain #knows}. */
    SerializedType storedType(Class<?> payload) {
        JsonShape<?> shape = byClass.get(payload);
        return new SimpleSerializedType(shape.name(), Integer.toString(shape.revision()));
    }

    @Override
    public Class<?> typeOf(String name, int revision) {
        JsonShape<?> shape = byName.get(name);
        return shape == null || revision > shape.revision() ? UnreadableEvent.class : shape.payload();
    }

    @Override
    public Object decode(String name, int revision, byte[] bytes) {
        JsonShape<?> shape = byName.get(name);
        if (shape == null) {
            throw new UnreadableEventException("the event '" + name + "' is not in the catalogue", null);
        }
        return shape.decode(revision, bytes);
    }
}
