package io.seikyu.query.creditnote;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.query.creditnote.CreditNoteView.Decision;
import io.seikyu.query.creditnote.CreditNoteView.Issue;
import io.seikyu.query.creditnote.CreditNoteView.Status;
import io.seikyu.query.creditnote.CreditNoteView.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credit note: the document that counts, what the review found in it, and every version.
 *
 * @param issue    when it was issued, and what became of what was paid already; absent before
 * @param versions every document that was handed in, with its findings; the last one counts
 */
public record CreditNoteAnswer(
        String creditNoteId,
        String clientId,
        String accountId,
        Status status,
        int version,
        @JsonUnwrapped CreditNoteDocument document,
        List<Finding> findings,
        @Nullable Decision decision,
        @Nullable Issue issue,
        List<Version> versions) {
    static CreditNoteAnswer of(CreditNoteView view) {
        Version last = view.last();
        return new CreditNoteAnswer(
                view.creditNoteId(),
                view.clientId(),
                view.accountId(),
                view.status(),
                last.version(),
                last.document(),
                last.findings(),
                view.decision(),
                view.issue(),
                view.versions());
    }
}
