package io.seikyu.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Describes our records as {@link io.seikyu.web.body.BodyReader} reads them and Jackson writes them. */
final class RecordSchemas implements ModelConverter {
    private static final String OURS = "io.seikyu.";

    private final RequestTypes requestTypes;
    private final Map<String, Class<?>> names = new HashMap<>();

    RecordSchemas(RequestTypes requestTypes) {
        this.requestTypes = requestTypes;
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> record = ourRecord(type.getType());
        if (record != null) {
            return described(record, new ComponentSchemas(context, this));
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    /** A reference to the schema of {@code record}, which is defined if it was not yet. */
    Schema<?> described(Class<?> record, ComponentSchemas components) {
        if (ComponentSchemas.isScalar(record)) {
            return components.of(record.getRecordComponents()[0].getAnnotatedType());
        }
        String name = nameOf(record, "");
        if (!components.isDefined(name)) {
            components.define(name, components.ofRecord(record, requestTypes.contain(record)));
        }
        return reference(name);
    }

    /** A reference to the schema of a record of which every field may be absent. */
    Schema<?> changesTo(Class<?> record, ComponentSchemas components) {
        String name = nameOf(record, "Changes");
        if (!components.isDefined(name)) {
            components.define(name, components.ofRecord(record, false));
        }
        return reference(name);
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + name);
    }

    /** Simple names, longer where two records share one. */
    private synchronized String nameOf(Class<?> record, String suffix) {
        String name = record.getSimpleName() + suffix;
        Class<?> outer = record.getEnclosingClass();
        while (names.getOrDefault(name, record) != record && outer != null) {
            name = outer.getSimpleName() + name;
            outer = outer.getEnclosingClass();
        }
        names.put(name, record);
        return name;
    }

    private static Class<?> ourRecord(Type type) {
        Class<?> raw = type instanceof JavaType java ? java.getRawClass() : type instanceof Class<?> c ? c : null;
        boolean ours =
                raw != null && raw.isRecord() && raw.getName().startsWith(OURS) && raw.getTypeParameters().length == 0;
        return ours ? raw : null;
    }
}
