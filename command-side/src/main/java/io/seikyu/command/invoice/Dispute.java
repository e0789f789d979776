package io.seikyu.command.invoice;

import java.math.BigDecimal;

/**
 * One objection of the payer (異議).
 *
 * @param amount yen of what was open when it was raised
 * @param open   whether it waits for a decision
 * @param conceded of it, yen; zero while it waits
 */
public record Dispute(String disputeId, BigDecimal amount, boolean open, BigDecimal conceded) {
    static Dispute raised(String disputeId, BigDecimal amount) {
        return new Dispute(disputeId, amount, true, BigDecimal.ZERO);
    }

    Dispute resolved(BigDecimal upheld) {
        return new Dispute(disputeId, amount, false, upheld);
    }
}
