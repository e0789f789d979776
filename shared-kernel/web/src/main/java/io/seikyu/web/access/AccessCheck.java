package io.seikyu.web.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses to start while a route under {@code /v1} says nothing of who may call it. */
public final class AccessCheck implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping routes;

    public AccessCheck(RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> open = routes.getHandlerMethods().entrySet().stream()
                .filter(AccessCheck::isOpen)
                .map(route -> route.getKey() + " → " + route.getValue())
                .sorted()
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException("These routes lack @Access or @AnyRole: " + String.join("; ", open));
        }
    }

    private static boolean isOpen(Map.Entry<RequestMappingInfo, HandlerMethod> route) {
        Set<String> patterns = route.getKey().getPatternValues();
        return patterns.stream().anyMatch(Routes::isGuarded)
                && AnnotatedElementUtils.findMergedAnnotation(route.getValue().getMethod(), Access.class) == null;
    }
}
