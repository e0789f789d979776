package io.seikyu.command.matching;

import java.math.BigDecimal;
import java.util.List;

/**
 * A payer that a receipt may be of, and what it may be for.
 *
 * @param score   0 to 100; compares candidates and is no probability
 * @param reasons what speaks for it and what against it
 * @param shares  the invoices it may be for; empty when the amount fits none
 */
public record MatchCandidate(String accountId, int score, List<MatchReason> reasons, List<Share> shares) {
    /**
     * @param amount of the receipt, yen
     * @param fee    what the payer deducted as transfer fee, yen; usually 0
     */
    public record Share(String invoiceId, BigDecimal amount, BigDecimal fee) {}
}
