package io.seikyu.contract.dunning;

/** What came of a call (架電結果). */
public enum CallOutcome {
    NO_ANSWER,
    /** Whoever answered is not the one to speak with; the debt was not mentioned. */
    NOT_IN_CHARGE,
    WRONG_NUMBER,
    CALL_BACK,
    PROMISED,
    ALREADY_PAID,
    DISPUTED,
    REFUSED;

    /** Whether the payer was spoken with about what is open. */
    public boolean isContact() {
        return this == PROMISED || this == ALREADY_PAID || this == DISPUTED || this == REFUSED;
    }
}
