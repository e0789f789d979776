package io.seikyu.documents;

import io.seikyu.contract.creditnote.CreditNoteDocument;
import java.time.LocalDate;

/**
 * A credit note as its payer gets it.
 *
 * @param original the invoice it refers to, with what held of both parties when the credit note was issued
 */
public record IssuedCreditNote(
        String creditNoteId, CreditNoteDocument document, LocalDate issuedOn, IssuedInvoice original) {}
