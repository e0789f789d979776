package io.seikyu.command.invoice;

import java.math.BigDecimal;

/**
 * One objection of the payer (異議).
 *
 * @param amount yen of what was open when it was raised
 * @param open   whether it waits for a decision
 */
public record Dispute(String disputeId, BigDecimal amount, boolean open) {
    Dispute resolved() {
        return new Dispute(disputeId, amount, false);
    }
}
