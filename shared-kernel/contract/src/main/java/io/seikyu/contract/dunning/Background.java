package io.seikyu.contract.dunning;

/** Why a payer is late, as far as he said (遅延の事情). */
public enum Background {
    /** A temporary shortage of money. */
    CASH_FLOW,
    BUSINESS_CHANGE,
    DISPUTE,
    /** The payer's office made a mistake. */
    ADMIN_ERROR,
    UNKNOWN;

    /** Whether it asks for consideration: such a payer is never spoken to firmly. */
    public boolean asksForConsideration() {
        return this == CASH_FLOW || this == BUSINESS_CHANGE;
    }
}
