package io.seikyu.web;

/** Names of headers beyond HTTP's own. */
public final class Headers {
    /** On an answer: the position a command reached, or that a question's answer reflects. */
    public static final String POSITION = "Seikyu-Position";

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    /** {@code true} on an answer that was given before. */
    public static final String REPLAYED = "Idempotent-Replayed";

    private Headers() {}

    /** A version as {@code ETag} and {@code If-Match} carry it. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }
}
