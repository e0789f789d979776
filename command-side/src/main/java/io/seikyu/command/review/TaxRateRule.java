package io.seikyu.command.review;

import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The rate beside each sum is the one in force on the last day of the transaction. */
final class TaxRateRule implements ReviewRule {
    @Override
    public String name() {
        return "tax-rate";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        List<TaxTotal> taxes = facts.document().taxes();
        for (int i = 0; i < taxes.size(); i++) {
            check(facts, taxes.get(i), "/taxes/" + i + "/rate", findings);
        }
        return findings;
    }

    private void check(ReviewFacts facts, TaxTotal stated, String pointer, List<Finding> findings) {
        try {
            BigDecimal rate =
                    facts.rates().on(facts.day(), stated.taxCategory()).percent();
            if (!Figures.same(rate, stated.rate())) {
                findings.add(error(
                        "TAX_RATE_MISMATCH",
                        pointer,
                        rate,
                        stated.rate(),
                        "For lines " + stated.taxCategory().words() + " the rate on " + facts.day() + " is "
                                + Figures.text(rate) + " %."));
            }
        } catch (DatedDataMissingException e) {
            String message = "No rate of consumption tax is known for lines "
                    + stated.taxCategory().words() + " on " + facts.day() + ".";
            findings.add(error("TAX_RATE_MISMATCH", pointer, null, stated.rate(), message));
        }
    }
}
