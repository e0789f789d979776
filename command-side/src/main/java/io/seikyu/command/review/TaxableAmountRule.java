package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sum of each category is that of its lines and adjustments, and stands there once. */
final class TaxableAmountRule implements ReviewRule {
    private static final String CODE = "TAXABLE_AMOUNT_MISMATCH";

    @Override
    public String name() {
        return "taxable-amount";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        Figures.of(facts).ifPresent(figures -> {
            Map<TaxCategory, BigDecimal> expected = figures.taxableByContract();
            Map<TaxCategory, BigDecimal> stated = figures.taxableAsStated();
            sums(facts.document().taxes(), expected, stated, findings);
        });
        return findings;
    }

    private void sums(
            List<TaxTotal> taxes,
            Map<TaxCategory, BigDecimal> expected,
            Map<TaxCategory, BigDecimal> stated,
            List<Finding> findings) {
        Set<TaxCategory> seen = EnumSet.noneOf(TaxCategory.class);
        for (int i = 0; i < taxes.size(); i++) {
            TaxTotal sum = taxes.get(i);
            BigDecimal right = expected.getOrDefault(sum.taxCategory(), BigDecimal.ZERO);
            BigDecimal ofLines = stated.getOrDefault(sum.taxCategory(), BigDecimal.ZERO);
            String pointer = "/taxes/" + i + "/taxable";
            if (!seen.add(sum.taxCategory())) {
                String message =
                        "There are two sums of the lines " + sum.taxCategory().words() + ". Make them one.";
                findings.add(error(CODE, pointer, null, sum.taxable(), message));
            } else if (!Figures.same(sum.taxable(), right) && !Figures.same(sum.taxable(), ofLines)) {
                String message = "The lines " + sum.taxCategory().words() + " sum to " + Figures.text(right) + " yen.";
                findings.add(error(CODE, pointer, right, sum.taxable(), message));
            }
        }
    }
}
