package io.seikyu.command.creditnote;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rates are those of the original transaction; tax is computed once for each rate and truncated. Where all that is left
 * of a rate is given back, the rest of its tax may go with it, else a rounded-up yen would stay for ever.
 */
final class CreditTaxRule implements CreditNoteRule {
    @Override
    public String name() {
        return "credit-tax";
    }

    @Override
    public List<Finding> check(CreditNoteFacts facts) {
        List<Finding> findings = new ArrayList<>();
        List<TaxTotal> taxes = facts.document().taxes();
        for (int i = 0; i < taxes.size(); i++) {
            check(facts, taxes.get(i), "/taxes/" + i, findings);
        }
        return findings;
    }

    private void check(CreditNoteFacts facts, TaxTotal stated, String pointer, List<Finding> findings) {
        Optional<TaxRate> known = facts.rate(stated.taxCategory());
        if (known.isEmpty()) {
            findings.add(error(
                    "TAX_CATEGORY_MISMATCH",
                    pointer + "/taxCategory",
                    null,
                    stated.taxCategory(),
                    "The invoice bills nothing " + stated.taxCategory().words() + "."));
            return;
        }
        TaxRate rate = known.get();
        if (rate.percent().compareTo(stated.rate()) != 0) {
            findings.add(error(
                    "TAX_RATE_MISMATCH",
                    pointer + "/rate",
                    rate.percent(),
                    stated.rate(),
                    "The invoice was taxed at " + CreditNoteRule.text(rate.percent()) + " %."));
        }
        BigDecimal right = facts.tax(facts.sums().getOrDefault(stated.taxCategory(), BigDecimal.ZERO), rate);
        boolean fits = right.compareTo(stated.tax()) == 0
                || facts.tax(stated.taxable(), rate).compareTo(stated.tax()) == 0
                || facts.takesTheRest(stated);
        if (!fits) {
            findings.add(mismatch(facts, stated, rate, right, pointer + "/tax"));
        }
    }

    private Finding mismatch(CreditNoteFacts facts, TaxTotal stated, TaxRate rate, BigDecimal right, String pointer) {
        boolean perLine = facts.taxRoundedPerLine(stated.taxCategory(), rate).compareTo(stated.tax()) == 0;
        return perLine
                ? error(
                        "TAX_ROUNDED_PER_LINE",
                        pointer,
                        right,
                        stated.tax(),
                        "The tax was rounded for each line. Rounded once, the tax of the lines "
                                + stated.taxCategory().words() + " is " + CreditNoteRule.text(right) + " yen.")
                : error(
                        "TAX_AMOUNT_MISMATCH",
                        pointer,
                        right,
                        stated.tax(),
                        "The tax of the lines " + stated.taxCategory().words() + " is " + CreditNoteRule.text(right)
                                + " yen: a fraction is dropped.");
    }
}
