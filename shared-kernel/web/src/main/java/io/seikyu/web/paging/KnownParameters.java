package io.seikyu.web.paging;

import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses what a list does not ask for: a filter that is mistyped and passed over would show more than was wanted. */
public final class KnownParameters implements HandlerInterceptor {
    /** Of every list, whether it has something to wait for or to page. */
    private static final Set<String> OF_ALL = Set.of("limit", "cursor", "atLeast");

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isList(method)) {
            Set<String> unknown = new TreeSet<>(request.getParameterMap().keySet());
            unknown.removeAll(known.computeIfAbsent(method.getMethod(), unseen -> names(method)));
            if (!unknown.isEmpty()) {
                throw refusal(unknown);
            }
        }
        return true;
    }

    private static boolean isList(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(it ->
                        it.getParameterType() == Paging.class || it.hasParameterAnnotation(ParameterObject.class));
    }

    private static Set<String> names(HandlerMethod method) {
        Set<String> names = new HashSet<>(OF_ALL);
        Arrays.stream(method.getMethodParameters())
                .flatMap(KnownParameters::names)
                .forEach(names::add);
        return names;
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(ParameterObject.class)) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName);
        }
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked == null) {
            return Stream.empty();
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return Stream.of(asked.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.name());
    }

    private static ProblemException refusal(Set<String> unknown) {
        List<Fault> faults = unknown.stream()
                .map(name -> new Fault("/" + name, "unknown", "is no parameter of this list"))
                .toList();
        return new ProblemException(
                400, "malformed-parameter", "This list has no parameter: " + String.join(", ", unknown) + ".", faults);
    }
}
