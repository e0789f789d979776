package io.seikyu.query.csv;

import io.seikyu.web.Headers;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** An answer that is a file. */
public final class Download {
    private Download() {}

    /**
     * Says what follows, before anything is written.
     *
     * @param reflected the answer whose position holds for the file
     */
    public static void begin(
            HttpServletResponse response, ResponseEntity<?> reflected, String name, String contentType) {
        response.setHeader(Headers.POSITION, reflected.getHeaders().getFirst(Headers.POSITION));
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setContentType(contentType);
    }
}
