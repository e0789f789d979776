package io.seikyu.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Turns whatever a handler throws into a problem. What nobody foresaw is a 500 that says nothing but a number, under
 * which the log has the rest.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(Exception.class)
    public void answer(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemException problem = Problems.of(failure).orElseGet(() -> unexpected(failure, request));
        ProblemResponse.write(problem, request, response);
    }

    private static ProblemException unexpected(Exception failure, HttpServletRequest request) {
        String id = UUID.randomUUID().toString();
        LOG.error("{} {} failed, error {}", request.getMethod(), request.getRequestURI(), id, failure);
        return new ProblemException(
                500, "internal-error", "Something went wrong on our side; ask for error " + id + ".");
    }
}
