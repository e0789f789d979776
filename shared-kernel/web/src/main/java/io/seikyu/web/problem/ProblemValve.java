package io.seikyu.web.problem;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/**
 * Answers with a problem where Tomcat itself refuses: a malformed request line, an impossible header. Replaces its page,
 * which names the server and may hold a stack trace.
 */
public class ProblemValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    public ProblemValve() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    /** Makes the servers of {@code factory} answer so. */
    public static void install(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    /** An unknown transfer coding or version of HTTP is the caller's fault too, and the caller is told so. */
    private static int callersFault(int status) {
        return status == 501 || status == 505 ? 400 : status;
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = callersFault(response.getStatus());
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean writable = new AtomicBoolean(false);
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
        if (!writable.get()) {
            return;
        }
        try {
            String address = request.getRequestURI();
            ProblemResponse.write(
                    new Problem(
                            status, Statuses.code(status), Statuses.sentence(status), address == null ? "" : address),
                    response);
        } catch (IOException | RuntimeException e) {
            LOG.debug("nobody is there to read the answer", e);
        }
    }
}
