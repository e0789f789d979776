package io.seikyu.projection;

/** A document changed since it was read: another process has this segment by now. What was made of it is dropped. */
final class StaleViewException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleViewException(String what) {
        super(what + " changed since it was read");
    }
}
