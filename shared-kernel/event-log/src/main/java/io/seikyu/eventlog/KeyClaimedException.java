package io.seikyu.eventlog;

/** A commit was refused because a key of it is taken. Nothing of it was stored. */
public class KeyClaimedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final Kind kind;

    public KeyClaimedException(String key, Kind kind) {
        super(kind.text + " '" + key + "' is taken");
        this.key = key;
        this.kind = kind;
    }

    /** As it was claimed: {@code stream/sequence}, the event's or the commit's id, or the claim's text. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** What the key was. */
    public enum Kind {
        /** Another writer was there first: load again and decide anew. */
        SEQUENCE("the sequence"),
        EVENT_ID("the event id"),
        CLAIM("the key"),
        /** The commit itself was stored before. */
        COMMIT_ID("the commit id");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }
}
