package io.seikyu.command.review;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.Expense;
import io.seikyu.contract.contract.ContractTerms.Item;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.AdjustmentKind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.money.TaxCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is billed is taxed in the category that was agreed on for it. */
final class TaxCategoryRule implements ReviewRule {
    @Override
    public String name() {
        return "tax-category";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        List<Line> lines = facts.document().lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String pointer = "/lines/" + i + "/taxCategory";
            facts.terms(line)
                    .flatMap(terms -> agreed(terms, line))
                    .ifPresent(agreed -> compare(agreed, line.taxCategory(), line.code(), pointer, findings));
        }
        List<Adjustment> adjustments = facts.document().adjustments();
        for (int i = 0; i < adjustments.size(); i++) {
            Adjustment charge = adjustments.get(i);
            String pointer = "/adjustments/" + i + "/taxCategory";
            facts.terms()
                    .filter(terms -> charge.kind() == AdjustmentKind.CHARGE)
                    .flatMap(terms -> Figures.expense(terms, charge.code()))
                    .ifPresent(expense ->
                            compare(expense.taxCategory(), charge.taxCategory(), charge.code(), pointer, findings));
        }
        return findings;
    }

    private static Optional<TaxCategory> agreed(ContractTerms terms, Line line) {
        return line.kind() == LineKind.ITEM
                ? Figures.item(terms, line).map(Item::taxCategory)
                : Figures.expense(terms, line.code()).map(Expense::taxCategory);
    }

    private void compare(TaxCategory agreed, TaxCategory stated, String code, String pointer, List<Finding> findings) {
        if (agreed != stated) {
            findings.add(error(
                    "TAX_CATEGORY_MISMATCH",
                    pointer,
                    agreed,
                    stated,
                    "By the contract " + code + " is billed " + agreed.words() + ", not " + stated.words() + "."));
        }
    }
}
