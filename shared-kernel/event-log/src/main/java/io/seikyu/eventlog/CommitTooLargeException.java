package io.seikyu.eventlog;

/** A commit is larger than any log takes at once. Nothing of it was stored, and trying again is of no use. */
public class CommitTooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public CommitTooLargeException(String message) {
        super(message);
    }
}
