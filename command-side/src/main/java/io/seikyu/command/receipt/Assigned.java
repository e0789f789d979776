package io.seikyu.command.receipt;

import java.math.BigDecimal;

/**
 * Where the agency passed money on to.
 *
 * @param accountId the payer there, or null while nobody is known
 */
public record Assigned(String clientId, String receiptId, String accountId, BigDecimal amount) {}
