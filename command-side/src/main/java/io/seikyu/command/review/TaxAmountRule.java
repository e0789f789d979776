package io.seikyu.command.review;

import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Tax is computed from each category's sum and rounded once (消費税法施行令 70-10). */
final class TaxAmountRule implements ReviewRule {
    @Override
    public String name() {
        return "tax-amount";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        Figures.of(facts).ifPresent(figures -> {
            List<TaxTotal> taxes = facts.document().taxes();
            for (int i = 0; i < taxes.size(); i++) {
                check(figures, taxes.get(i), "/taxes/" + i + "/tax", findings);
            }
        });
        return findings;
    }

    private void check(Figures figures, TaxTotal stated, String pointer, List<Finding> findings) {
        try {
            BigDecimal taxable = figures.taxableByContract().getOrDefault(stated.taxCategory(), BigDecimal.ZERO);
            BigDecimal expected = figures.tax(stated.taxCategory(), taxable);
            BigDecimal ofStated = figures.tax(stated.taxCategory(), stated.taxable());
            if (!Figures.same(stated.tax(), expected) && !Figures.same(stated.tax(), ofStated)) {
                findings.add(mismatch(figures, stated, pointer, expected));
            }
        } catch (DatedDataMissingException e) {
            // the rate is not known for that day: the rule of rates says so
        }
    }

    private Finding mismatch(Figures figures, TaxTotal stated, String pointer, BigDecimal expected) {
        if (Figures.same(stated.tax(), figures.taxRoundedPerLine(stated.taxCategory()))) {
            return error(
                    "TAX_ROUNDED_PER_LINE",
                    pointer,
                    expected,
                    stated.tax(),
                    "The tax was rounded for each line. Rounded once, the tax of the lines "
                            + stated.taxCategory().words() + " is " + Figures.text(expected) + " yen.");
        }
        return error(
                "TAX_AMOUNT_MISMATCH",
                pointer,
                expected,
                stated.tax(),
                "The tax of the lines " + stated.taxCategory().words() + " is " + Figures.text(expected) + " yen.");
    }
}
