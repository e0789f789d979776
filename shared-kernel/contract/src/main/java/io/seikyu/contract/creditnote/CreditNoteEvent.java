package io.seikyu.contract.creditnote;

import io.seikyu.contract.Event;
import io.seikyu.contract.creditnote.CreditNoteDocument.Excess;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The life of a credit note (返還インボイス), from submission until the invoice is credited. */
public sealed interface CreditNoteEvent extends Event {
    String clientId();

    String creditNoteId();

    /**
     * @param accountId        the payer of the invoice
     * @param numberGeneration which claim on the number this submission holds, or null when the number was taken
     */
    record CreditNoteSubmitted(
            String clientId,
            String creditNoteId,
            String accountId,
            CreditNoteDocument document,
            Integer numberGeneration)
            implements CreditNoteEvent {}

    /** A whole new document in place of the one before; both stay in the history. */
    record CreditNoteCorrected(
            String clientId,
            String creditNoteId,
            int version,
            CreditNoteDocument document,
            String reason,
            Integer numberGeneration)
            implements CreditNoteEvent {}

    /**
     * @param outcome  DISCREPANT, or IN_REVIEW: a credit note is always for a person
     * @param facts    what was looked at: ids and figures by name
     * @param findings all of them
     */
    record CreditNoteReviewed(
            String clientId,
            String creditNoteId,
            int version,
            Outcome outcome,
            String policyVersion,
            List<String> rules,
            Map<String, String> facts,
            List<Finding> findings)
            implements CreditNoteEvent {}

    record CreditNoteRejected(String clientId, String creditNoteId, int version, String reason)
            implements CreditNoteEvent {}

    /**
     * A person approved it, and it was issued and credited to the invoice in the same commit.
     *
     * @param reason why it was approved
     * @param amount with tax, yen
     * @param excess how much of it was paid already, yen
     * @param then   what becomes of the excess
     */
    record CreditNoteIssued(
            String clientId,
            String creditNoteId,
            String accountId,
            String invoiceId,
            LocalDate issuedOn,
            String reason,
            BigDecimal amount,
            BigDecimal excess,
            Excess then)
            implements CreditNoteEvent {}

    /** What was paid already stays the payer's credit. */
    record CreditNoteExcessKept(
            String clientId, String creditNoteId, String accountId, String invoiceId, BigDecimal amount)
            implements CreditNoteEvent {}
}
