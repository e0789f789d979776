package io.seikyu.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what went wrong before or beside any handler, where the server forwards to {@code /error}. */
@Controller
public class ErrorPages implements ErrorController {
    @RequestMapping("${server.error.path:/error}")
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        int code = status instanceof Integer number ? number : 404;
        ProblemResponse.write(
                new Problem(
                        code,
                        Statuses.code(code),
                        Statuses.sentence(code),
                        address == null ? request.getRequestURI() : address.toString()),
                response);
    }
}
