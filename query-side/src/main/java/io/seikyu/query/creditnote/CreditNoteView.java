package io.seikyu.query.creditnote;

import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.creditnote.CreditNoteDocument.Excess;
import io.seikyu.contract.invoice.Finding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credit note (返還インボイス) with every version of its document.
 *
 * @param versions  in order; the last one counts
 * @param decision  absent while nobody decided
 * @param issue     absent before it was issued
 */
public record CreditNoteView(
        String creditNoteId,
        String clientId,
        String accountId,
        Status status,
        List<Version> versions,
        @Nullable Decision decision,
        @Nullable Issue issue) {

    public enum Status {
        SUBMITTED,
        DISCREPANT,
        IN_REVIEW,
        REJECTED,
        ISSUED
    }

    /**
     * One document as it was handed in.
     *
     * @param reason why it was corrected; absent for the first
     */
    public record Version(
            int version,
            Instant at,
            @Nullable String by,
            @Nullable String reason,
            CreditNoteDocument document,
            List<Finding> findings) {}

    public record Decision(
            boolean approved,
            String reason,
            Instant at,
            @Nullable String by) {}

    /**
     * @param excess how much of it was paid already, yen
     * @param then   what becomes of that
     */
    public record Issue(LocalDate issuedOn, BigDecimal excess, Excess then) {}

    public Version last() {
        return versions.get(versions.size() - 1);
    }

    CreditNoteView and(Version next) {
        List<Version> all = new ArrayList<>(versions);
        all.add(next);
        return with(Status.SUBMITTED, List.copyOf(all));
    }

    CreditNoteView reviewed(Status next, List<Finding> findings) {
        Version last = last();
        List<Version> all = new ArrayList<>(versions);
        all.set(
                all.size() - 1,
                new Version(last.version, last.at, last.by, last.reason, last.document, List.copyOf(findings)));
        return with(next, List.copyOf(all));
    }

    CreditNoteView decided(Status next, Decision taken, @Nullable Issue issued) {
        return new CreditNoteView(creditNoteId, clientId, accountId, next, versions, taken, issued);
    }

    private CreditNoteView with(Status next, List<Version> all) {
        return new CreditNoteView(creditNoteId, clientId, accountId, next, all, decision, issue);
    }
}
