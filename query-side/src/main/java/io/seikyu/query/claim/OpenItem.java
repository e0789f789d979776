package io.seikyu.query.claim;

import io.seikyu.contract.calendar.BusinessDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was open of one invoice at the end of a day.
 *
 * @param dueDate  of the invoice, also where it is paid in instalments
 * @param onPlan   whether it was, at the end of that day
 * @param disputed whether an objection of the payer waited for a decision then
 * @param open     of the principal, yen
 */
public record OpenItem(
        String invoiceId,
        String invoiceNumber,
        LocalDate issuedOn,
        LocalDate dueDate,
        long daysLate,
        boolean onPlan,
        boolean disputed,
        BigDecimal open) {
    public static final Comparator<OpenItem> OLDEST_DUE_FIRST =
            Comparator.comparing(OpenItem::dueDate).thenComparing(OpenItem::invoiceId);

    /**
     * @param knownAt as it was known then; null: as it is known now
     * @return empty when nothing was open
     */
    public static Optional<OpenItem> of(ClaimView claim, LocalDate asOf, @Nullable Instant knownAt) {
        BigDecimal open = claim.balance(asOf, knownAt);
        if (open.signum() == 0) {
            return Optional.empty();
        }
        Instant end = BusinessDay.endOf(asOf);
        Instant then = knownAt == null || knownAt.isAfter(end) ? end : knownAt;
        return Optional.of(new OpenItem(
                claim.invoiceId(),
                claim.invoiceNumber(),
                claim.issuedOn(),
                claim.dueDate(),
                Math.max(0, ChronoUnit.DAYS.between(claim.dueDate(), asOf)),
                claim.said().plan(then).isPresent(),
                !claim.said().disputes(then).isEmpty(),
                open));
    }
}
