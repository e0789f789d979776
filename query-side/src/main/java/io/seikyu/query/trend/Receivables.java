package io.seikyu.query.trend;

import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimView.Kind;
import io.seikyu.query.claim.ClaimView.Move;
import io.seikyu.query.trend.Granularity.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What was open, billed and received in one period, yen: summed claim by claim. */
final class Receivables {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Period period;
    private BigDecimal opening = BigDecimal.ZERO;
    private BigDecimal invoiced = BigDecimal.ZERO;
    private BigDecimal received = BigDecimal.ZERO;
    private BigDecimal closing = BigDecimal.ZERO;
    private BigDecimal notDue = BigDecimal.ZERO;

    Receivables(Period period) {
        this.period = period;
    }

    void add(ClaimView claim) {
        BigDecimal open = BigDecimal.ZERO;
        for (Move move : claim.moves()) {
            if (move.day().isBefore(period.from())) {
                opening = opening.add(move.amount());
            } else if (period.holds(move.day())) {
                invoiced = move.kind() == Kind.ISSUED ? invoiced.add(move.amount()) : invoiced;
                received = move.kind() == Kind.PAID ? received.subtract(move.amount()) : received;
            }
            open = move.day().isAfter(period.to()) ? open : open.add(move.amount());
        }
        closing = closing.add(open);
        if (open.signum() != 0 && !claim.dueDate().isBefore(period.to())) {
            notDue = notDue.add(open);
        }
    }

    BigDecimal invoiced() {
        return invoiced;
    }

    BigDecimal received() {
        return received;
    }

    BigDecimal closing() {
        return closing;
    }

    /**
     * Days sales outstanding (売上債権回転日数), in days, by EESPA's glossary: what is receivable ÷ sales of a day; here open at
     * the end ÷ (billed in the period ÷ its days). Principal with tax, as it is billed; nobody is excused, and what was paid
     * early is not open. Empty when nothing was billed.
     */
    Optional<BigDecimal> dso() {
        return invoiced.signum() <= 0
                ? Optional.empty()
                : Optional.of(
                        closing.multiply(BigDecimal.valueOf(period.days())).divide(invoiced, 1, RoundingMode.HALF_UP));
    }

    /**
     * Collection effectiveness index, percent, by the Credit Research Foundation: (opening + billed − closing) ÷ (opening +
     * billed − closing that is not due yet) × 100. Nobody is excused. Empty when nothing could be collected.
     */
    Optional<BigDecimal> cei() {
        BigDecimal all = opening.add(invoiced);
        BigDecimal collectable = all.subtract(notDue);
        return collectable.signum() <= 0
                ? Optional.empty()
                : Optional.of(all.subtract(closing).multiply(HUNDRED).divide(collectable, 1, RoundingMode.HALF_UP));
    }
}
