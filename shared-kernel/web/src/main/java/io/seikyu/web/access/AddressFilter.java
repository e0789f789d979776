package io.seikyu.web.access;

import io.seikyu.web.problem.ProblemException;
import io.seikyu.web.problem.ProblemResponse;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses with parameters behind a semicolon. No route has any; server and framework each take them off in
 * their own way, which invites ways around, and the framework stumbles over some with a 500.
 */
public final class AddressFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().indexOf(';') >= 0) {
            ProblemResponse.write(
                    new ProblemException(400, "malformed-request", "An address here holds no semicolon."),
                    request,
                    response);
            return;
        }
        chain.doFilter(request, response);
    }
}
