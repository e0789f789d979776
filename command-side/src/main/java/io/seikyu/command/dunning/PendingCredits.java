package io.seikyu.command.dunning;

import io.seikyu.command.dunning.OpenCreditNotes.OpenCreditNote;
import io.seikyu.contract.id.CreditNoteId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.ViewCollection;
import io.seikyu.web.access.TenantScope;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/** What may lower an invoice: nobody is reminded of an amount that is about to change. */
final class PendingCredits {
    private static final Duration LIST_FOLLOWS_WITHIN = Duration.ofSeconds(5);
    private static final int MOST = 20;

    private final LiveProjection<OpenCreditNote> notes;
    private final EventLog log;

    PendingCredits(LiveProjection<OpenCreditNote> notes, EventLog log) {
        this.notes = notes;
        this.log = log;
    }

    /** Streams of the credit notes of this invoice that wait for somebody. */
    List<String> of(InvoiceId invoice) {
        if (!notes.await(log.head(), LIST_FOLLOWS_WITHIN)) {
            throw new IllegalStateException("which credit notes wait is not known up to now");
        }
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
