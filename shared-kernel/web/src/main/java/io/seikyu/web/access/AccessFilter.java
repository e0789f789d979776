package io.seikyu.web.access;

import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.web.problem.ProblemException;
import io.seikyu.web.problem.ProblemResponse;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks. Under {@code /v1} nobody passes without a valid key, not even to a 404; elsewhere a key is not
 * looked at. Which roles a route wants is {@link AccessInterceptor}'s affair.
 */
public final class AccessFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final String ATTRIBUTE = Caller.class.getName();

    private final Supplier<KeyRing> keys;

    public AccessFilter(Supplier<KeyRing> keys) {
        this.keys = keys;
    }

    /** Who asks, when this filter let him pass. */
    public static Optional<Caller> callerOf(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!Routes.isGuarded(request.getServletPath())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Caller> caller;
        try {
            caller = bearer(request).flatMap(keys.get()::find);
        } catch (ProblemException problem) {
            ProblemResponse.write(problem, request, response);
            return;
        } catch (LogUnavailableException e) {
            // here no advice of the framework would make a problem of it
            ProblemResponse.write(unknowable(), request, response);
            return;
        }
        if (caller.isEmpty()) {
            ProblemResponse.write(unauthenticated(), request, response);
            return;
        }
        request.setAttribute(ATTRIBUTE, caller.get());
        chain.doFilter(request, response);
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private static ProblemException unknowable() {
        return new ProblemException(503, "log-unavailable", "Keys cannot be looked up at the moment; try again.")
                .withHeader("Retry-After", "5");
    }

    static ProblemException unauthenticated() {
        return new ProblemException(401, "unauthenticated", "Send a valid key as Authorization: Bearer <key>.")
                .withHeader("WWW-Authenticate", "Bearer");
    }
}
