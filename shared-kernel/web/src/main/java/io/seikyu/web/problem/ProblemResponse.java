package io.seikyu.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The one place where problems are written to a response. */
public final class ProblemResponse {
    private ProblemResponse() {}

    public static void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problem.headers().forEach(response::setHeader);
        write(
                new Problem(problem.status(), problem.code(), problem.getMessage(), request.getRequestURI())
                        .faults(problem.faults())
                        .members(problem.members()),
                response);
    }

    static void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        byte[] body = problem.toJson();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
