package io.seikyu.web.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that is refused, with everything the answer says (RFC 9457). Thrown by whoever finds out; {@link
 * ProblemAdvice} writes the answer. It has no stack trace, because a refusal is an ordinary outcome.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * @param code   stable, for programs, e.g. {@code client-required}
     * @param detail for a person: what is wrong here and what to do
     */
    public ProblemException(int status, String code, String detail) {
        this(status, code, detail, List.of());
    }

    public ProblemException(int status, String code, String detail, List<Fault> faults) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** A thing that does not exist, or not for this caller: both look the same. */
    public static ProblemException notFound(String thing, String id) {
        return new ProblemException(404, thing + "-not-found", "There is no " + thing + " '" + id + "'.");
    }

    /** A further member of the answer, e.g. what is left of a limit. */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** A header of the answer, e.g. {@code Retry-After}. */
    public ProblemException withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
