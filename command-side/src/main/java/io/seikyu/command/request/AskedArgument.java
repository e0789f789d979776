package io.seikyu.command.request;

import io.seikyu.web.Headers;
import io.seikyu.web.access.AccessFilter;
import io.seikyu.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Asked} of their request. It has to stand behind the body among their arguments. */
public final class AskedArgument implements HandlerMethodArgumentResolver {
    /** Sets one id for all that a request causes; without it one is made. */
    public static final String CORRELATION_ID = "X-Correlation-Id";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,253}[\\x21-\\x7e])?");
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final Pattern ETAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("not a servlet request");
        }
        String ifMatch = request.getHeader(HttpHeaders.IF_MATCH);
        boolean anyVersion = "*".equals(ifMatch);
        return new Asked(
                AccessFilter.callerOf(request)
                        .orElseThrow(() -> new IllegalStateException("nobody passes here without a key")),
                request.getMethod() + " " + request.getRequestURI(),
                BodyDigest.of(request),
                checked(request, Headers.IDEMPOTENCY_KEY, KEY, "must be 1 to 255 characters of ASCII"),
                ifMatch == null || anyVersion ? null : version(ifMatch),
                anyVersion,
                correlationId(request));
    }

    private static String correlationId(HttpServletRequest request) {
        String given = checked(request, CORRELATION_ID, CORRELATION, "must be 1 to 128 of A-Z a-z 0-9 . _ : -");
        return given == null ? UUID.randomUUID().toString() : given;
    }

    private static Long version(String ifMatch) {
        Matcher etag = ETAG.matcher(ifMatch);
        if (!etag.matches()) {
            throw malformed(HttpHeaders.IF_MATCH, "must be * or one ETag as an answer gave it");
        }
        return Long.valueOf(etag.group(1));
    }

    private static @Nullable String checked(HttpServletRequest request, String header, Pattern form, String says) {
        String value = request.getHeader(header);
        if (value != null && !form.matcher(value).matches()) {
            throw malformed(header, says);
        }
        return value;
    }

    private static ProblemException malformed(String header, String says) {
        return new ProblemException(400, "malformed-header", header + " " + says + ".");
    }
}
