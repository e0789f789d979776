package io.seikyu.command.creditnote;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each category of the lines has one sum, and it is that of its lines. */
final class CreditSumsRule implements CreditNoteRule {
    private static final String CODE = "TAXABLE_AMOUNT_MISMATCH";

    @Override
    public String name() {
        return "credit-taxable-amount";
    }

    @Override
    public List<Finding> check(CreditNoteFacts facts) {
        List<Finding> findings = new ArrayList<>();
        Map<TaxCategory, BigDecimal> sums = facts.sums();
        Map<TaxCategory, BigDecimal> asStated = facts.sumsAsStated();
        Set<TaxCategory> seen = EnumSet.noneOf(TaxCategory.class);
        List<TaxTotal> taxes = facts.document().taxes();
        for (int i = 0; i < taxes.size(); i++) {
            TaxTotal stated = taxes.get(i);
            BigDecimal right = sums.getOrDefault(stated.taxCategory(), BigDecimal.ZERO);
            String pointer = "/taxes/" + i + "/taxable";
            if (!seen.add(stated.taxCategory())) {
                String message = "There are two sums of the lines "
                        + stated.taxCategory().words() + ". Make them one.";
                findings.add(error(CODE, pointer, null, stated.taxable(), message));
            } else if (facts.rate(stated.taxCategory()).isPresent() // else the rule of tax says what is wrong
                    && right.compareTo(stated.taxable()) != 0
                    && asStated.getOrDefault(stated.taxCategory(), BigDecimal.ZERO)
                                    .compareTo(stated.taxable())
                            != 0) {
                String message =
                        "The lines " + stated.taxCategory().words() + " sum to " + CreditNoteRule.text(right) + " yen.";
                findings.add(error(CODE, pointer, right, stated.taxable(), message));
            }
        }
        sums.forEach((category, sum) -> {
            if (!seen.contains(category)) {
                findings.add(error(
                        CODE,
                        "/taxes",
                        sum,
                        null,
                        "The sum of the lines " + category.words() + " is missing: " + CreditNoteRule.text(sum)
                                + " yen."));
            }
        });
        return findings;
    }
}
