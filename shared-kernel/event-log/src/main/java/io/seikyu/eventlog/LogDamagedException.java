package io.seikyu.eventlog;

/** What is stored is not what was written. The message says where and what to do. */
public class LogDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogDamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
