package io.seikyu.contract.catalogue;

import io.seikyu.contract.calendar.PaymentTerms;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An event in which every field is set, made from the shape of its record: a text holds its own component's name. */
final class FullSample {
    private final boolean flags;

    private FullSample(boolean flags) {
        this.flags = flags;
    }

    /** @param flags what every boolean in it is */
    static <R> R of(Class<R> record, boolean flags) {
        return record.cast(new FullSample(flags).make(record, record.getSimpleName()));
    }

    private Object make(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? List.of(make(arguments[0], name))
                    : Map.of(name, make(arguments[1], name));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain == PaymentTerms.class) {
            return new PaymentTerms("20", 1, PaymentTerms.EOM, PaymentTerms.Shift.NEXT);
        }
        return plain.isRecord() ? record(plain) : value(plain, name);
    }

    private Object value(Class<?> type, String name) {
        if (type == String.class || type == Object.class) {
            return name;
        } else if (type == boolean.class) {
            return flags;
        } else if (type == int.class || type == Integer.class) {
            return 7;
        } else if (type == BigDecimal.class) {
            return new BigDecimal("1234.50");
        } else if (type == long.class || type == Long.class) {
            return 7_000_000_000L;
        } else if (type == Instant.class) {
            return Instant.parse("2026-04-30T01:02:03Z");
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 4, 30);
        }
        throw new IllegalArgumentException("say here what a sample of " + type + " is, for the component " + name);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> make(component.getGenericType(), component.getName()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }
}
