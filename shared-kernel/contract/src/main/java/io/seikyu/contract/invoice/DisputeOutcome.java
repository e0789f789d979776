package io.seikyu.contract.invoice;

/** What a dispute came to. */
public enum DisputeOutcome {
    /** The payer is right. */
    UPHELD,
    REJECTED,
    /** The payer is right about a part. */
    PARTIAL
}
