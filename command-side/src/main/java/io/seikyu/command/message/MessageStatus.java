package io.seikyu.command.message;

/** Where a message is on its way. */
public enum MessageStatus {
    /** To be sent as soon as it may. */
    QUEUED,
    /** An attempt began, and nothing is known of its end. */
    SENDING,
    /** A person has to post it, or the client company to hand it over. */
    TO_HAND_OVER,
    IN_DOUBT,
    SENT,
    DELIVERED,
    BOUNCED,
    RETURNED,
    FAILED,
    WITHDRAWN;

    /** Whether it left, whatever came then. */
    public boolean hasLeft() {
        return this == SENT || this == DELIVERED || cameBack();
    }

    public boolean cameBack() {
        return this == BOUNCED || this == RETURNED;
    }
}
