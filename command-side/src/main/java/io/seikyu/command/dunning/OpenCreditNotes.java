package io.seikyu.command.dunning;

import io.seikyu.command.dunning.OpenCreditNotes.OpenCreditNote;
import io.seikyu.command.work.WorkList;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteIssued;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteRejected;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteSubmitted;
import io.seikyu.projection.Folds;
import java.util.List;
import java.util.Map;

/** Credit notes of which nobody has decided yet, by the invoices that they would lower. */
final class OpenCreditNotes implements WorkList<OpenCreditNote> {
    static final String INVOICE = "invoice";

    private static final Folds<OpenCreditNote> FOLDS = new Folds<OpenCreditNote>()
            .startingWith(
                    CreditNoteSubmitted.class,
                    (event, recorded) -> new OpenCreditNote(
                            event.creditNoteId(), event.document().invoiceId()))
            .endingWith(CreditNoteRejected.class)
            .endingWith(CreditNoteIssued.class);

    @Override
    public String name() {
        return "open-credit-notes";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "credit-note";
    }

    @Override
    public Class<OpenCreditNote> view() {
        return OpenCreditNote.class;
    }

    @Override
    public Folds<OpenCreditNote> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(OpenCreditNote view) {
        return Map.of(INVOICE, view.invoiceId());
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(INVOICE));
    }

    record OpenCreditNote(String creditNoteId, String invoiceId) {}
}
