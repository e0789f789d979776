package io.seikyu.contract.access;

/** What a key may do. */
public enum Role {
    ADMIN,
    OPERATOR,
    REVIEWER,
    CREDIT,
    AUDITOR,
    ANALYST,
    CLIENT,
    INTEGRATION;

    /** Whether only keys bound to one client company hold it. */
    public boolean ofClient() {
        return this == CLIENT || this == INTEGRATION;
    }
}
