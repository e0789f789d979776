package io.seikyu.contract.dunning;

/** Who has to agree before a payer is contacted. */
public enum Approver {
    /** A person of the agency. */
    PERSON,
    /** The client company, whose claim it is. */
    CLIENT
}
