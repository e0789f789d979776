package io.seikyu.contract.receipt;

import java.math.BigDecimal;
import java.util.List;

/**
 * A payer that money may be of, and what it may be for.
 *
 * @param score   0 to 100; compares candidates and is no probability
 * @param reasons what speaks for it and what against it, as codes
 * @param parts   the invoices it may be for; empty when the amount fits none
 */
public record Candidate(String accountId, int score, List<String> reasons, List<Part> parts) {
    /**
     * @param amount of the receipt, yen
     * @param fee    what the payer deducted as transfer fee, yen; usually 0
     */
    public record Part(String invoiceId, BigDecimal amount, BigDecimal fee) {}
}
