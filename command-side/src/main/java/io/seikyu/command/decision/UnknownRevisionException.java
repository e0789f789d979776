package io.seikyu.command.decision;

/** A decision was taken by code that this program does not have any more. */
public final class UnknownRevisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param revision e.g. {@code unit-price@1} */
    public UnknownRevisionException(String revision) {
        super(revision, null, false, false);
    }
}
