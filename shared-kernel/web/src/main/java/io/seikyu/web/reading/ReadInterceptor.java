package io.seikyu.web.reading;

import io.seikyu.web.access.AccessFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets each request be written down with what it showed. What a command looks at is in the command's own events; what its
 * answer tells of a person is not.
 */
public final class ReadInterceptor implements HandlerInterceptor {
    private static final String ATTRIBUTE = Shown.class.getName();

    private final ReadJournal journal;

    public ReadInterceptor(ReadJournal journal) {
        this.journal = journal;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        AccessFilter.callerOf(request)
                .ifPresent(caller -> request.setAttribute(
                        ATTRIBUTE,
                        journal.begin(
                                caller.keyId(),
                                String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                                request.getMethod().equals("GET"))));
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(ATTRIBUTE) instanceof Shown shown) {
            request.removeAttribute(ATTRIBUTE);
            journal.end(shown);
        }
    }
}
