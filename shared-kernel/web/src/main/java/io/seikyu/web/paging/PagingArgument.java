package io.seikyu.web.paging;

import io.seikyu.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers their {@link Paging}. A cursor is bound to the address it was made for. */
public final class PagingArgument implements HandlerMethodArgumentResolver {
    private final Cursors cursors;

    public PagingArgument(Cursors cursors) {
        this.cursors = cursors;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
        String list = servletRequest == null ? "" : servletRequest.getServletPath();
        return new Paging(limit(request.getParameter("limit")), list, request.getParameter("cursor"), cursors);
    }

    private static int limit(@Nullable String given) {
        if (given == null) {
            return Paging.DEFAULT_LIMIT;
        }
        if (given.matches("[0-9]{1,4}")) {
            int limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= Paging.HIGHEST_LIMIT) {
                return limit;
            }
        }
        throw new ProblemException(
                400, "malformed-parameter", "limit must be a number from 1 to " + Paging.HIGHEST_LIMIT + ".");
    }
}
