package io.seikyu.command.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command that was understood and decided: no. It carries no stack trace, because nothing went wrong, and its text
 * is meant for whoever asked.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    private Refusal(Kind kind, String code, String detail, List<Fault> faults) {
        super(detail, null, false, false);
        this.kind = kind;
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** What the command is about does not exist, or not for whoever asked. */
    public static Refusal notFound(String code, String detail) {
        return new Refusal(Kind.NOT_FOUND, code, detail, List.of());
    }

    /** The state it is in does not allow it. */
    public static Refusal conflict(String code, String detail) {
        return new Refusal(Kind.CONFLICT, code, detail, List.of());
    }

    /** This person may not do it, though another may. */
    public static Refusal forbidden(String code, String detail) {
        return new Refusal(Kind.FORBIDDEN, code, detail, List.of());
    }

    /** Well-formed, but it cannot be. */
    public static Refusal invalid(String code, String detail, List<Fault> faults) {
        return new Refusal(Kind.INVALID, code, detail, faults);
    }

    /** A further member of the answer, for programs, e.g. what is left of a limit. */
    public Refusal with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public Kind kind() {
        return kind;
    }

    /** Stable and published, e.g. {@code not-in-review}. */
    public String code() {
        return code;
    }

    /** What is wrong in the request, all of it at once; empty when the request as such is fine. */
    public List<Fault> faults() {
        return faults;
    }

    public enum Kind {
        NOT_FOUND,
        FORBIDDEN,
        CONFLICT,
        INVALID
    }

    /** @param pointer a JSON pointer into the request's body */
    public record Fault(String pointer, String code, String message) {}
}
