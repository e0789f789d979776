package io.seikyu.query.creditnote;

import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteCorrected;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteExcessKept;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteIssued;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteRejected;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteReviewed;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteSubmitted;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.query.creditnote.CreditNoteView.Decision;
import io.seikyu.query.creditnote.CreditNoteView.Issue;
import io.seikyu.query.creditnote.CreditNoteView.Status;
import io.seikyu.query.creditnote.CreditNoteView.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Credit notes (返還インボイス) and what became of them. */
public final class CreditNoteProjection implements Projection<CreditNoteView> {
    static final String INVOICE = "invoiceId";
    static final String STATUS = "status";
    static final String ACCOUNT = "accountId";

    private static final Folds<CreditNoteView> FOLDS = new Folds<CreditNoteView>()
            .startingWith(CreditNoteSubmitted.class, CreditNoteProjection::submitted)
            .on(CreditNoteCorrected.class, CreditNoteProjection::corrected)
            .on(
                    CreditNoteReviewed.class,
                    (view, event, recorded) ->
                            view.reviewed(Status.valueOf(event.outcome().name()), event.findings()))
            .on(
                    CreditNoteRejected.class,
                    (view, event, recorded) -> view.decided(
                            Status.REJECTED,
                            new Decision(false, event.reason(), recorded.at(), recorded.actor()),
                            null))
            .on(CreditNoteIssued.class, CreditNoteProjection::issued)
            .ignoring(CreditNoteExcessKept.class);

    @Override
    public String name() {
        return "credit-note";
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
    public Class<CreditNoteView> view() {
        return CreditNoteView.class;
    }

    @Override
    public Folds<CreditNoteView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(CreditNoteView view) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(INVOICE, view.last().document().invoiceId());
        fields.put(STATUS, view.status().name());
        fields.put(ACCOUNT, view.accountId());
        return fields;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(INVOICE), List.of(STATUS), List.of(ACCOUNT));
    }

    private static CreditNoteView submitted(CreditNoteSubmitted event, Recorded recorded) {
        Version first = new Version(1, recorded.at(), recorded.actor(), null, event.document(), List.of());
        return new CreditNoteView(
                event.creditNoteId(),
                event.clientId(),
                event.accountId(),
                Status.SUBMITTED,
                List.of(first),
                null,
                null);
    }

    private static CreditNoteView corrected(CreditNoteView view, CreditNoteCorrected event, Recorded recorded) {
        return view.and(new Version(
                event.version(), recorded.at(), recorded.actor(), event.reason(), event.document(), List.of()));
    }

    private static CreditNoteView issued(CreditNoteView view, CreditNoteIssued event, Recorded recorded) {
        return view.decided(
                Status.ISSUED,
                new Decision(true, event.reason(), recorded.at(), recorded.actor()),
                new Issue(event.issuedOn(), event.excess(), event.then()));
    }
}
