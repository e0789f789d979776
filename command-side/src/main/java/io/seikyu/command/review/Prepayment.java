package io.seikyu.command.review;

import java.math.BigDecimal;

/**
 * What stands behind a prepayment that a document names.
 *
 * @param payer     the account that paid, or null while nobody is known
 * @param available what may be set off, yen: of a receipt the money that no invoice took, of an advance invoice what the
 *                  payer has to pay for it, once it is issued
 */
public record Prepayment(String payer, BigDecimal available) {}
