package io.seikyu.web.problem;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Problem details as RFC 9457 has them, with {@code code} and {@code errors} beside them. */
public final class Problem {
    public static final String MEDIA_TYPE = "application/problem+json";
    /** In front of every {@code type}; the code follows. */
    public static final String TYPE_PREFIX = "urn:seikyu:problem:";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new AnswerFormat()).build();

    private final int status;
    private final Map<String, Object> members = new LinkedHashMap<>();

    public Problem(int status, String code, String detail, String instance) {
        HttpStatus known = HttpStatus.resolve(status);
        this.status = status;
        members.put("type", TYPE_PREFIX + code);
        members.put("title", known == null ? "Error" : known.getReasonPhrase());
        members.put("status", status);
        members.put("detail", wellFormed(detail));
        members.put("instance", wellFormed(instance));
        members.put("code", code);
    }

    Problem faults(List<Fault> faults) {
        if (!faults.isEmpty()) {
            members.put(
                    "errors",
                    faults.stream()
                            .map(f -> new Fault(wellFormed(f.pointer()), f.code(), wellFormed(f.message())))
                            .toList());
        }
        return this;
    }

    Problem members(Map<String, Object> more) {
        more.forEach(members::putIfAbsent);
        return this;
    }

    public int status() {
        return status;
    }

    public byte[] toJson() {
        return MAPPER.writeValueAsBytes(members);
    }

    /** An unpaired surrogate that someone sent us must not break the answer that complains about it. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
