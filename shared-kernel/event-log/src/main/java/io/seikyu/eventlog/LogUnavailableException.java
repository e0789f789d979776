package io.seikyu.eventlog;

/** The store did not take a commit: the disk is full, the server cannot be reached. */
public class LogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean outcomeUnknown;

    public LogUnavailableException(String message, Throwable cause, boolean outcomeUnknown) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /** Whether the commit may have been stored all the same; its id tells, once the store can be read again. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
