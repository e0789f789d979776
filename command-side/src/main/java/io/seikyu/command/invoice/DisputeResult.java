package io.seikyu.command.invoice;

import io.seikyu.contract.invoice.DisputeOutcome;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as a command left it.
 *
 * @param amount  that is disputed, yen
 * @param outcome absent while it waits
 * @param upheld  how much of it was conceded, yen: a credit note over it is due
 */
public record DisputeResult(
        String invoiceId,
        String disputeId,
        BigDecimal amount,
        @Nullable DisputeOutcome outcome,
        @Nullable BigDecimal upheld) {}
