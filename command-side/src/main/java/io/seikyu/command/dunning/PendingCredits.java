package io.seikyu.command.dunning;

import io.seikyu.command.dunning.OpenCreditNotes.OpenCreditNote;
import io.seikyu.contract.id.CreditNoteId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ViewCollection;
import io.seikyu.web.access.TenantScope;
import java.util.List;
import org.bson.Document;

/** What may lower an invoice: nobody is reminded of an amount that is about to change. */
final class PendingCredits {
    private static final int MOST = 20;

    private final LiveProjection<OpenCreditNote> notes;

    PendingCredits(LiveProjection<OpenCreditNote> notes) {
        this.notes = notes;
    }

    /** Streams of the credit notes of this invoice that wait for somebody. */
    List<String> of(InvoiceId invoice) {
        return notes
                .views()
                .list(
                        TenantScope.of(invoice.tenant()),
                        List.of(new Document(ViewCollection.search(OpenCreditNotes.INVOICE), invoice.value())),
                        null,
                        MOST)
                .stream()
                .map(found -> new CreditNoteId(found.tenant(), found.view().creditNoteId()).toString())
                .toList();
    }
}
