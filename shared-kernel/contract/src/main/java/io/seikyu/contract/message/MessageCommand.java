package io.seikyu.contract.message;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.message.MessageEvent.Doubt;
import java.time.Instant;

/** What can be asked of a message. Instants are the machine clock's unless something else is said. */
public sealed interface MessageCommand extends Command {
    @Override
    MessageId target();

    /**
     * May this attempt begin? Nothing may leave before the answer is yes.
     *
     * @param instance which instance of the program wants to send
     */
    record StartSending(
            MessageId target,
            int attempt,
            String headerId,
            String digest,
            Instant now,
            Instant leaseUntil,
            String instance)
            implements MessageCommand {}

    /** A letter that waits to be posted is not to be, if nobody wants it any more. */
    record WithdrawLetter(MessageId target) implements MessageCommand {}

    record RecordSent(MessageId target, int attempt, String response) implements MessageCommand {}

    /**
     * @param counts  whether it counts among the refusals in a row
     * @param retryAt when the next attempt may start, or null when there is to be none
     */
    record RecordRefusal(MessageId target, int attempt, String code, String response, boolean counts, Instant retryAt)
            implements MessageCommand {}

    record RecordDoubt(MessageId target, int attempt, Doubt cause, Instant now) implements MessageCommand {}

    /**
     * A person says whether it left.
     *
     * @param about what the message has to be about, or null
     */
    record SettleMessage(MessageId target, Reference about, boolean sent, String note) implements MessageCommand {}

    /**
     * @param outcome SENT, DELIVERED, BOUNCED or RETURNED
     * @param at      when it happened, or null
     * @param note    or null
     */
    record RecordMessageOutcome(MessageId target, Reference about, DeliveryOutcome outcome, Instant at, String note)
            implements MessageCommand {}
}
