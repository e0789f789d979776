package io.seikyu.command.receipt;

import io.seikyu.contract.approval.Decider;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A refund that waits for a second person.
 *
 * @param approvalId also the refund's id
 * @param amount     yen
 * @param expiresOn  the last day on which it can be decided
 */
public record RefundWaiting(
        String receiptId, String approvalId, Decider decider, BigDecimal amount, LocalDate expiresOn) {}
