package io.seikyu.web.openapi;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The records that requests are made of, as against those of answers alone. */
final class RequestTypes {
    private final ObjectProvider<RequestMappingHandlerMapping> routes;
    private Set<Class<?>> types;

    RequestTypes(ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    synchronized boolean contain(Class<?> type) {
        if (types == null) {
            types = new HashSet<>();
            routes.orderedStream()
                    .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                    .forEach(handler -> collect(handler.getMethod()));
        }
        return types.contains(type);
    }

    private void collect(Method method) {
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(RequestBody.class)) {
                collect(parameter.getParameterizedType());
            }
        }
    }

    private void collect(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                collect(argument);
            }
        } else if (type instanceof Class<?> raw && raw.isRecord() && types.add(raw)) {
            for (RecordComponent component : raw.getRecordComponents()) {
                collect(component.getGenericType());
            }
        }
    }
}
