package io.seikyu.command.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Takes the digest of a body while it is read, so that a repeated request can be told from another one. */
@ControllerAdvice
public class BodyDigest extends RequestBodyAdviceAdapter {
    private static final String DIGEST = BodyDigest.class.getName();

    /** Of the body that was read for this request; of nothing when it has none. */
    static String of(HttpServletRequest request) {
        MessageDigest digest = (MessageDigest) request.getAttribute(DIGEST);
        return HexFormat.of().formatHex((digest == null ? Digests.sha256() : digest).digest());
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        MessageDigest digest = Digests.sha256();
        RequestContextHolder.currentRequestAttributes().setAttribute(DIGEST, digest, RequestAttributes.SCOPE_REQUEST);
        InputStream body = new DigestInputStream(message.getBody(), digest);
        HttpHeaders headers = message.getHeaders();
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return body;
            }

            @Override
            public HttpHeaders getHeaders() {
                return headers;
            }
        };
    }
}
