package io.seikyu.web.body;

import io.seikyu.contract.Amendment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an amendment says of a record: an absent field stays, {@code null} clears, a nested object is merged likewise,
 * a list or map replaces the one before. Each value was checked when it was read; what only shows against the present
 * version shows in {@link #applyTo}. A component of a request's record, e.g. {@code Changes<AccountFields> changes}.
 *
 * @param <T> the record it changes
 */
public final class Changes<T> implements Amendment<T> {
    private final RecordReader reader;
    private final Map<String, @Nullable Object> values;
    private final String at;

    Changes(RecordReader reader, Map<String, @Nullable Object> values, String at) {
        this.reader = reader;
        this.values = new LinkedHashMap<>(values);
        this.at = at;
    }

    /** Whether the field is named, be it with a value or with {@code null}. */
    public boolean mentions(String field) {
        return values.containsKey(field);
    }

    /** @throws io.seikyu.web.problem.InvalidInputException when the result is not whole or not valid */
    @Override
    public T applyTo(T present) {
        Faults faults = new Faults();
        @SuppressWarnings("unchecked") // the reader is that of T
        T changed = (T) merge(present, faults);
        faults.throwIfAny();
        return changed;
    }

    @Nullable
    Object merge(@Nullable Object present, Faults faults) {
        int before = faults.count();
        @Nullable Object[] merged = new Object[reader.fields().size()];
        for (int i = 0; i < merged.length; i++) {
            merged[i] = merge(reader.fields().get(i), present, faults);
        }
        return faults.count() == before ? reader.construction().of(merged, at, faults) : null;
    }

    private @Nullable Object merge(Field field, @Nullable Object holder, Faults faults) {
        Object present = holder == null ? null : field.of(holder);
        if (field.inline()) {
            return new Changes<>((RecordReader) field.reader(), values, at).merge(present, faults);
        }
        if (values.containsKey(field.name())) {
            Object value = values.get(field.name());
            return value instanceof Changes<?> nested ? nested.merge(present, faults) : value;
        }
        if (holder == null && field.optional()) {
            return field.reader().absent();
        }
        if (holder == null) {
            faults.add(Pointers.below(at, field.name()), "missing", "is missing, and there is no earlier value");
        }
        return present;
    }
}
