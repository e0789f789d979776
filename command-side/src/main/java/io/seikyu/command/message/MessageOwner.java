package io.seikyu.command.message;

import io.seikyu.contract.message.DeliveryOutcome;
import io.seikyu.contract.message.Purpose;
import java.time.Instant;

/** What caused messages of one purpose, and hears in the same commit what becomes of them. */
public interface MessageOwner {
    Purpose purpose();

    /** Whether it is still to be sent; asked right before an attempt begins. */
    boolean wants(MessageState message);

    /** The attempt begins in this commit, and nothing but the log stands in its way any more. */
    default void leaves(MessageState message) {}

    /**
     * @param at   when it happened, as a person says, or null
     * @param note of a person, or null
     */
    void tell(MessageState message, DeliveryOutcome outcome, Instant at, String note);
}
