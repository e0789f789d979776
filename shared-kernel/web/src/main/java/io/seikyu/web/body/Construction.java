package io.seikyu.web.body;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The canonical constructor of a record, whose refusal is the sender's fault and not ours. */
final class Construction {
    private final Constructor<?> constructor;

    Construction(Class<?> type) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            this.constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
    }

    /** @return the record, or null after its constructor refused, which adds one fault */
    @Nullable
    Object of(@Nullable Object[] values, String at, Faults faults) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException || e.getCause() instanceof DateTimeException) {
                faults.add(at, "invalid", String.valueOf(e.getCause().getMessage()));
                return null;
            }
            throw new IllegalStateException("the constructor of " + constructor.getDeclaringClass(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + constructor.getDeclaringClass(), e);
        }
    }
}
