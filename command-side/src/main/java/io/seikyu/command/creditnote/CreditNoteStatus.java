package io.seikyu.command.creditnote;

/** Where a credit note is on its way. */
public enum CreditNoteStatus {
    SUBMITTED,
    DISCREPANT,
    IN_REVIEW,
    REJECTED,
    ISSUED;

    boolean hasEnded() {
        return this == REJECTED || this == ISSUED;
    }
}
