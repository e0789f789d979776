package io.seikyu.eventlog;

/** A commit was refused because a key of it is taken. Nothing of it was stored. */
public class KeyClaimedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final Kind kind;

    public KeyClaimedException(String key, Kind kind) {
        super("the key '" + key + "' is taken");
        this.key = key;
        this.kind = kind;
    }

    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** What the key was. */
    public enum Kind {
        /** Another writer was there first: load again and decide anew. */
        SEQUENCE,
        EVENT_ID,
        CLAIM
    }
}
