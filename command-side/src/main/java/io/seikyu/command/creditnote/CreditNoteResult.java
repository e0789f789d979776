package io.seikyu.command.creditnote;

import io.seikyu.contract.invoice.Finding;
import java.util.List;

/**
 * What became of a credit note by a command.
 *
 * @param findings what the review that the command made has found; empty when it made none
 */
public record CreditNoteResult(
        String creditNoteId, String invoiceId, CreditNoteStatus status, List<Finding> findings) {}
