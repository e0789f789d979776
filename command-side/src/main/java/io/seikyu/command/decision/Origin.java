package io.seikyu.command.decision;

/** Where a message comes from: the keys of its metadata, all of them texts. */
public final class Origin {
    /** Who: the id of an API key, {@code saga:…} or {@code system}. */
    public static final String ACTOR = "actor";

    public static final String TENANT = "tenant";

    /** One id for all that a single request set off. */
    public static final String CORRELATION_ID = "correlationId";

    /** The id of the message that caused this one. */
    public static final String CAUSATION_ID = "causationId";

    /** Why, in the words of the person who decided. */
    public static final String REASON = "reason";

    private Origin() {}
}
