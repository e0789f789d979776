package io.seikyu.web.openapi;

import io.seikyu.web.body.Amount;
import io.seikyu.web.body.Changes;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Inline;
import io.seikyu.web.body.Items;
import io.seikyu.web.body.Text;
import io.seikyu.web.body.Whole;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schemas of a record's components, with the bounds that their annotations say. */
final class ComponentSchemas {
    private final ModelConverterContext context;
    private final RecordSchemas records;

    ComponentSchemas(ModelConverterContext context, RecordSchemas records) {
        this.context = context;
        this.records = records;
    }

    static boolean isScalar(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }

    boolean isDefined(String name) {
        return context.getDefinedModels().containsKey(name);
    }

    void define(String name, Schema<?> schema) {
        context.defineModel(name, schema);
    }

    Schema<?> ofRecord(Class<?> record, boolean complete) {
        Schema<?> schema = typed("object");
        addComponents(record, complete, schema);
        schema.setAdditionalProperties(complete ? Boolean.FALSE : null);
        return schema;
    }

    private void addComponents(Class<?> record, boolean complete, Schema<?> schema) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.isAnnotationPresent(Inline.class)) {
                addComponents(component.getType(), complete, schema);
                continue;
            }
            schema.addProperty(component.getName(), of(component.getAnnotatedType()));
            if (complete && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.addRequiredItem(component.getName());
            }
        }
    }

    Schema<?> of(AnnotatedType type) {
        Schema<?> schema = ofPresent(type);
        if (type.isAnnotationPresent(Nullable.class) && schema.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(schema.getTypes());
            types.add("null");
            schema.setTypes(types);
        }
        return schema;
    }

    private Schema<?> ofPresent(AnnotatedType type) {
        Class<?> raw = raw(type);
        if (raw == String.class) {
            return text(type);
        }
        if (raw == BigDecimal.class) {
            return decimal(type.getAnnotation(Amount.class));
        }
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return whole(type.getAnnotation(Whole.class));
        }
        if (raw == List.class) {
            Items bounds = type.getAnnotation(Items.class);
            Schema<?> list = typed("array");
            list.setItems(of(argument(type, 0)));
            list.setMaxItems(bounds == null ? null : bounds.max());
            list.setMinItems(bounds == null || bounds.min() == 0 ? null : bounds.min());
            return list;
        }
        if (raw == Map.class) {
            Schema<?> map = typed("object");
            map.setAdditionalProperties(of(argument(type, 1)));
            return map;
        }
        if (raw == Changes.class) {
            return records.changesTo(raw(argument(type, 0)), this);
        }
        return of(raw);
    }

    private Schema<?> of(Class<?> raw) {
        if (raw == boolean.class || raw == Boolean.class) {
            return typed("boolean");
        }
        if (raw == double.class || raw == Double.class) {
            return typed("number").format("double");
        }
        if (raw == LocalDate.class) {
            return typed("string").format("date");
        }
        if (raw == Instant.class || raw == OffsetDateTime.class) {
            return typed("string").format("date-time");
        }
        if (raw.isEnum()) {
            return oneOf(raw);
        }
        if (raw.isRecord()) {
            return records.described(raw, this);
        }
        return new Schema<>();
    }

    private static Schema<?> text(AnnotatedType type) {
        Schema<?> schema = typed("string");
        if (type.isAnnotationPresent(IdText.class)) {
            return schema.pattern("^(?!\\.{1,2}$)[A-Za-z0-9._-]{1,64}$");
        }
        Text bounds = type.getAnnotation(Text.class);
        if (bounds != null) {
            schema.setMaxLength(bounds.max());
            schema.setMinLength(bounds.blank() ? null : 1);
            schema.setPattern(bounds.pattern().isEmpty() ? null : "^(?:" + bounds.pattern() + ")$");
        }
        return schema;
    }

    private static Schema<?> decimal(@Nullable Amount bounds) {
        Schema<?> schema = new Schema<>();
        schema.setTypes(new LinkedHashSet<>(List.of("string", "number")));
        schema.setFormat("decimal");
        if (bounds != null) {
            schema.setDescription(
                    "from " + bounds.min() + " to " + bounds.max() + ", decimals at most " + bounds.scale());
        }
        return schema;
    }

    private static Schema<?> whole(@Nullable Whole bounds) {
        Schema<?> schema = typed("integer");
        schema.setMinimum(bounds == null ? null : BigDecimal.valueOf(bounds.min()));
        schema.setMaximum(bounds == null ? null : BigDecimal.valueOf(bounds.max()));
        return schema;
    }

    private static Schema<?> oneOf(Class<?> type) {
        Schema<Object> schema = typed("string");
        schema.setEnum(Arrays.stream(type.getEnumConstants())
                .map(constant -> (Object) ((Enum<?>) constant).name())
                .toList());
        return schema;
    }

    private static Schema<Object> typed(String type) {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(new LinkedHashSet<>(Set.of(type)));
        return schema;
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static Class<?> raw(AnnotatedType type) {
        return type.getType() instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : type.getType() instanceof Class<?> raw ? raw : Object.class;
    }
}
