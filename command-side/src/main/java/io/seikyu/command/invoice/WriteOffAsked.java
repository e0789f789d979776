package io.seikyu.command.invoice;

import io.seikyu.contract.approval.Decider;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A write-off that waits for a person.
 *
 * @param decider   who has to decide
 * @param amount    yen
 * @param expiresOn the last day on which it can be decided
 */
public record WriteOffAsked(
        String invoiceId, String approvalId, Decider decider, BigDecimal amount, LocalDate expiresOn) {}
