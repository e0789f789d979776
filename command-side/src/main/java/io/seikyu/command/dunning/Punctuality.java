package io.seikyu.command.dunning;

import java.math.BigDecimal;

/**
 * How a payer paid in the last 12 months. Delays that were not his fault are not in it.
 *
 * @param settled      invoices
 * @param onTime       share of them, 0–1; null when there are none
 * @param averageDelay days, 0 for those on time; null when there are none
 * @param longDelays   of more than 5 business days
 */
record Punctuality(int settled, BigDecimal onTime, BigDecimal averageDelay, int longDelays) {
    static final Punctuality UNKNOWN = new Punctuality(0, null, null, 0);
}
