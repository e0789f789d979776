package io.seikyu.command.review;

import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The total is not far from what this payer was billed under this contract before. Far is a modified z-score, 0.6745 ×
 * (total − median) ÷ MAD, beyond the threshold (Iglewicz and Hoaglin 1993), where MAD is the median distance from the
 * median. Neither is moved by a few odd invoices. Where nearly all invoices were equal the MAD is close to nothing, so it
 * counts as some per cent of the median at least.
 */
final class AmountUnusualRule implements ReviewRule {
    private static final BigDecimal CONSISTENT = new BigDecimal("0.6745");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final BigDecimal threshold;
    private final int atLeast;
    private final BigDecimal floorPercent;

    /**
     * @param atLeast      how many invoices make a history
     * @param floorPercent of the median, the least that counts as MAD
     */
    AmountUnusualRule(BigDecimal threshold, int atLeast, BigDecimal floorPercent) {
        this.threshold = threshold;
        this.atLeast = atLeast;
        this.floorPercent = floorPercent;
    }

    @Override
    public String name() {
        return "amount-unusual";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<BigDecimal> totals = facts.history()
                .others()
                .filter(other ->
                        other.accepted() && other.kind() == facts.document().kind())
                .filter(other -> other.contractId().equals(facts.document().contractId()))
                .map(EnteredInvoice::total)
                .toList();
        return totals.size() < atLeast ? List.of() : compare(facts.document().total(), totals);
    }

    private List<Finding> compare(BigDecimal total, List<BigDecimal> totals) {
        BigDecimal median = median(totals);
        BigDecimal mad = median(
                totals.stream().map(amount -> amount.subtract(median).abs()).toList());
        BigDecimal floor = median.multiply(floorPercent).movePointLeft(2).max(BigDecimal.ONE);
        BigDecimal score = CONSISTENT
                .multiply(total.subtract(median))
                .divide(mad.max(floor), MathContext.DECIMAL64)
                .setScale(2, RoundingMode.HALF_UP);
        if (score.abs().compareTo(threshold) <= 0) {
            return List.of();
        }
        return List.of(warning(
                "AMOUNT_UNUSUAL",
                "/total",
                median,
                total,
                "The total is far from what is usual: the last " + totals.size()
                        + " invoices of this contract had a median of " + Figures.text(median)
                        + " yen and a median distance from it (MAD) of " + Figures.text(mad) + " yen. It scores "
                        + score.toPlainString() + ", and what is beyond " + threshold.toPlainString()
                        + " either way goes to a person. Ask what was different this time."));
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO);
    }
}
