package io.seikyu.contract.account;

/** What a person found a signal to be. */
public enum SignalVerdict {
    /** It is true, and counts. */
    CONFIRMED,
    /** It is not true, or of somebody else, and does not count. */
    DISMISSED
}
