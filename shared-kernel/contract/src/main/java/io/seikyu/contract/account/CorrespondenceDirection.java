package io.seikyu.contract.account;

/** Who spoke first. */
public enum CorrespondenceDirection {
    /** The payer did. */
    IN,
    /** We did. */
    OUT
}
