package io.seikyu.contract.message;

/** What became of a message, as far as anybody knows. */
public enum DeliveryOutcome {
    /** It left: the mail server took it, the letter was posted, the client company handed it over. */
    SENT,
    /** It is known to have arrived. */
    DELIVERED,
    /** The mail came back. */
    BOUNCED,
    /** The letter came back. */
    RETURNED,
    /** It did not leave and will not by itself. */
    FAILED,
    /** Nobody knows whether it left; a person has to say. */
    IN_DOUBT,
    /** A person said that it did not leave: it waits to be sent again. */
    NOT_SENT,
    /** What it is about came to an end before it left. */
    WITHDRAWN;

    /** Whether it may be relied upon that the other side has it. */
    public boolean hasArrived() {
        return this == SENT || this == DELIVERED;
    }

    /** Whether something is still to happen to the message before another one takes its place. */
    public boolean isOpen() {
        return this == IN_DOUBT || this == NOT_SENT;
    }
}
