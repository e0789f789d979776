package io.seikyu.web.body;

import io.seikyu.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses bodies of a type with a wildcard, over which Spring stumbles with a 500 where it reads the headers. */
public final class ContentTypeInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String type = request.getContentType();
        if (type != null && type.contains("*")) {
            throw new ProblemException(415, "unsupported-media-type", "Content-Type must name one type.");
        }
        return true;
    }
}
