package io.seikyu.command.invoice;

/** Where an invoice is on its way. */
public enum InvoiceStatus {
    SUBMITTED,
    DISCREPANT,
    IN_REVIEW,
    APPROVED,
    REJECTED,
    ISSUED,
    PARTLY_PAID,
    PAID,
    /** What was still open of it was given up. */
    WRITTEN_OFF,
    CANCELLED;

    /** Whether the document may still be replaced: before it was issued, and while it is alive. */
    public boolean isCorrectable() {
        return this == SUBMITTED || this == DISCREPANT || this == IN_REVIEW || this == APPROVED;
    }

    /** Whether the payer has it. */
    public boolean isIssued() {
        return this == ISSUED || this == PARTLY_PAID || this == PAID || this == WRITTEN_OFF;
    }
}
