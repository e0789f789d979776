package io.seikyu.query.invoice;

import io.seikyu.contract.limitation.LimitationFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose the claim is, and until when it can be enforced.
 *
 * @param limitation  what was recorded that moves the end of the limitation period, in the order of recording
 * @param handBack    absent while the agency collects it
 * @param subrogation what the agency paid the client company for it; absent while it paid nothing
 */
public record Standing(
        List<Recorded> limitation,
        @Nullable HandBack handBack,
        @Nullable Subrogation subrogation) {
    static final Standing USUAL = new Standing(List.of(), null, null);

    /** @param until until when negotiations were agreed; may be absent */
    public record Recorded(
            String factId,
            LimitationFact.Kind kind,
            LocalDate on,
            @Nullable LocalDate until,
            String evidence,
            Instant at,
            @Nullable String by) {
        LimitationFact fact() {
            return new LimitationFact(factId, kind, on, until);
        }
    }

    public record HandBack(
            LocalDate on, String reason, @Nullable String by) {}

    /** @param noticeOn when the payer was told; absent: not yet */
    public record Subrogation(
            LocalDate paidOn, BigDecimal amount, @Nullable LocalDate noticeOn) {}

    Standing and(Recorded fact) {
        return new Standing(InvoiceView.appended(limitation, fact), handBack, subrogation);
    }

    Standing with(HandBack next) {
        return new Standing(limitation, next, subrogation);
    }

    Standing with(Subrogation next) {
        return new Standing(limitation, handBack, next);
    }
}
