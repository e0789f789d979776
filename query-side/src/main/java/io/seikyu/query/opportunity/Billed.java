package io.seikyu.query.opportunity;

import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimView.Kind;
import io.seikyu.query.figures.Rise;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What one payer was billed in each of twelve months, principal, yen. */
final class Billed {
    static final int MONTHS = 12;

    private static final int HALF = MONTHS / 2;

    private final YearMonth first;
    private final List<BigDecimal> months = new ArrayList<>(Collections.nCopies(MONTHS, BigDecimal.ZERO));
    private final int[] invoices = new int[2];

    Billed(YearMonth first) {
        this.first = first;
    }

    void add(ClaimView claim) {
        claim.moves().stream()
                .filter(move -> move.kind() == Kind.ISSUED || move.kind() == Kind.CANCELLED)
                .forEach(move -> {
                    int month = (int) ChronoUnit.MONTHS.between(first, YearMonth.from(claim.issuedOn()));
                    if (month >= 0 && month < MONTHS) {
                        months.set(month, months.get(month).add(move.amount()));
                        invoices[month / HALF] += move.kind() == Kind.ISSUED ? 1 : -1;
                    }
                });
    }

    BigDecimal total() {
        return sum(0, MONTHS);
    }

    BigDecimal earlier() {
        return sum(0, HALF);
    }

    BigDecimal later() {
        return sum(HALF, MONTHS);
    }

    List<BigDecimal> months() {
        return List.copyOf(months);
    }

    /**
     * The last six months over the six before, less one: empty when it is too little, when either half has too few
     * invoices, or when the twelve months do not rise with a confidence of 95 % ({@link Rise}).
     */
    Optional<BigDecimal> growth(Thresholds thresholds) {
        if (invoices[0] < thresholds.minInvoices()
                || invoices[1] < thresholds.minInvoices()
                || earlier().signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(later().divide(earlier(), 4, RoundingMode.HALF_UP).subtract(BigDecimal.ONE))
                .filter(growth -> growth.compareTo(BigDecimal.valueOf(thresholds.minGrowth())) >= 0)
                .filter(growth -> Rise.isIn(months));
    }

    private BigDecimal sum(int from, int to) {
        return months.subList(from, to).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
