package io.seikyu.command.dunning;

import io.seikyu.command.dunning.OpenCreditNotes.OpenCreditNote;
import io.seikyu.command.work.Listed;
import io.seikyu.contract.id.CreditNoteId;
import io.seikyu.contract.id.InvoiceId;
import java.util.List;

/** What may lower an invoice: nobody is reminded of an amount that is about to change. */
record PendingCredits(Listed<OpenCreditNote> notes) {
    private static final int MOST = 20;

    /** Streams of the credit notes of this invoice that wait for somebody. */
    List<String> of(InvoiceId invoice) {
        return notes.with(invoice.tenant(), OpenCreditNotes.INVOICE, invoice.value(), MOST).stream()
                .map(found -> new CreditNoteId(found.tenant(), found.view().creditNoteId()).toString())
                .toList();
    }
}
