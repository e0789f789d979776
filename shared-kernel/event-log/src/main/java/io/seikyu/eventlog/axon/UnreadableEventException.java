package io.seikyu.eventlog.axon;

/** A stored event cannot be read: its name or revision is unknown here, or its bytes are not of its shape. */
public class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    public UnreadableEventException(String message, Throwable cause) {
        this(message, -1, cause);
    }

    private UnreadableEventException(String message, long position, Throwable cause) {
        super(message, cause);
        this.position = position;
    }

    /** The same, saying where it stands. */
    UnreadableEventException at(long position, String stream) {
        String where = "position " + position + (stream == null ? "" : " of " + stream);
        return new UnreadableEventException(where + ": " + getMessage(), position, getCause());
    }

    /** Where in the log, or -1 when it was not read from there. */
    public long position() {
        return position;
    }
}
