package io.seikyu.eventlog.axon;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;

/**
 * Reads a record as Jackson would, in half the time: the constructor is bound once instead of at every call, and
 * components are expected in the order in which they were written. Decoding is most of what a replay costs.
 */
final class RecordReader extends ValueDeserializer<Object> {
    private final Class<?> type;
    private final JavaType[] types;
    private final String[] names;
    private final Map<String, Integer> places = new HashMap<>();
    private final MethodHandle constructor;
    private final ValueDeserializer<?>[] readers;

    private RecordReader(JavaType record, DeserializationConfig config) throws IllegalAccessException {
        this.type = record.getRawClass();
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] raw = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        this.types = new JavaType[components.length];
        this.names = new String[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = config.getTypeFactory().constructType(components[i].getGenericType());
            names[i] = components[i].getName();
            places.put(names[i], i);
        }
        this.readers = new ValueDeserializer<?>[components.length];
        try {
            this.constructor = MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, raw))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is a record without its constructor", e);
        }
    }

    /** For the records that anybody may make; Jackson keeps the others. */
    static SimpleDeserializers forRecords() {
        return new SimpleDeserializers() {
            private static final long serialVersionUID = 1L;

            @Override
            public ValueDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
                boolean plain = type.getRawClass().isRecord() && !type.hasGenericTypes();
                try {
                    return plain
                            ? new RecordReader(type, config)
                            : super.findBeanDeserializer(type, config, description);
                } catch (IllegalAccessException e) {
                    return super.findBeanDeserializer(type, config, description);
                }
            }
        };
    }

    @Override
    public Class<?> handledType() {
        return type;
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public void resolve(DeserializationContext context) {
        for (int i = 0; i < readers.length; i++) {
            readers[i] = context.findContextualValueDeserializer(types[i], null);
        }
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) {
        if (!in.isExpectedStartObjectToken()) {
            return context.handleUnexpectedToken(context.constructType(type), in);
        }
        Object[] values = new Object[names.length];
        boolean[] present = new boolean[names.length];
        int expected = 0;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            int place = place(name, expected);
            JsonToken token = in.nextToken();
            if (place < 0) {
                context.handleUnknownProperty(in, this, type, name);
                continue;
            }
            values[place] = value(place, token, in, context);
            present[place] = true;
            expected = place + 1;
        }
        for (int i = 0; i < values.length; i++) {
            if (!present[i]) {
                values[i] = readers[i].getAbsentValue(context);
            }
        }
        return make(values, context);
    }

    private Object value(int place, JsonToken token, JsonParser in, DeserializationContext context) {
        try {
            return token == JsonToken.VALUE_NULL
                    ? readers[place].getNullValue(context)
                    : readers[place].deserialize(in, context);
        } catch (JacksonException e) {
            throw e.prependPath(type, names[place]);
        }
    }

    private int place(String name, int expected) {
        // absent components are left out, so the next one present is rarely far
        for (int i = expected; i < names.length && i < expected + 2; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return places.getOrDefault(name, -1);
    }

    private Object make(Object[] values, DeserializationContext context) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            return context.handleInstantiationProblem(type, null, e);
        }
    }
}
