package io.seikyu.web.access;

import io.seikyu.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds a caller's roles against the {@link Access} of the handler he reached. */
public final class AccessInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Access access = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Access.class);
            if (access != null) {
                admit(AccessFilter.callerOf(request).orElseThrow(AccessFilter::unauthenticated), access);
            }
        }
        return true;
    }

    private static void admit(Caller caller, Access access) {
        if (!caller.hasAny(access.value())) {
            throw new ProblemException(403, "forbidden", "No role of this key may do that.");
        }
    }
}
