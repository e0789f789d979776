package io.seikyu.command.receipt;

/** Where the money of a receipt is. */
public enum ReceiptStatus {
    /** No invoice took any of it. */
    UNMATCHED,
    PARTLY_ALLOCATED,
    ALLOCATED,
    /** It never came, or the bank took it back. */
    REVERSED,
    /** It went back to the payer. */
    REFUNDED,
    /** It was on an account of the agency, which passed it on to its client company. */
    ASSIGNED
}
