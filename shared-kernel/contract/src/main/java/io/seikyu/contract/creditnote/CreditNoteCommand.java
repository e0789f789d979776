package io.seikyu.contract.creditnote;

import io.seikyu.contract.Command;
import io.seikyu.contract.id.CreditNoteId;
import java.time.LocalDate;

/** What can be asked of a credit note. {@code today} is the business date of the asking. */
public sealed interface CreditNoteCommand extends Command {
    @Override
    CreditNoteId target();

    record SubmitCreditNote(CreditNoteId target, CreditNoteDocument document) implements CreditNoteCommand {}

    /** @param document the whole of it; whatever invoice it names, it stays with the one it was written for */
    record CorrectCreditNote(CreditNoteId target, CreditNoteDocument document, String reason)
            implements CreditNoteCommand {}

    record DecideCreditNote(CreditNoteId target, boolean approve, String reason, LocalDate today)
            implements CreditNoteCommand {}
}
