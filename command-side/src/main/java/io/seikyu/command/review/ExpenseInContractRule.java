package io.seikyu.command.review;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.Expense;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.Adjustment;
import io.seikyu.contract.invoice.InvoiceDocument.AdjustmentKind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import java.util.ArrayList;
import java.util.List;

/** Expenses, and charges beside the lines, are among those the payer agreed to bear. */
final class ExpenseInContractRule implements ReviewRule {
    @Override
    public String name() {
        return "expense-in-contract";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        List<Line> lines = facts.document().lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String pointer = "/lines/" + i + "/code";
            if (line.kind() == LineKind.EXPENSE) {
                facts.terms(line).ifPresent(terms -> check(terms, line.code(), pointer, findings));
            }
        }
        List<Adjustment> adjustments = facts.document().adjustments();
        for (int i = 0; i < adjustments.size(); i++) {
            Adjustment adjustment = adjustments.get(i);
            String pointer = "/adjustments/" + i + "/code";
            if (adjustment.kind() == AdjustmentKind.CHARGE) {
                facts.terms().ifPresent(terms -> check(terms, adjustment.code(), pointer, findings));
            }
        }
        return findings;
    }

    private static String borne(ContractTerms terms) {
        String codes = Figures.some(terms.expenses().stream().map(Expense::code).toList());
        return codes.isEmpty() ? "it allows no expenses at all" : "it allows " + codes;
    }

    private void check(ContractTerms terms, String code, String pointer, List<Finding> findings) {
        if (Figures.expense(terms, code).isEmpty()) {
            findings.add(error(
                    "EXPENSE_NOT_IN_CONTRACT",
                    pointer,
                    Figures.some(terms.expenses().stream().map(Expense::code).toList()),
                    code,
                    "By the contract the payer does not bear the expense " + code + "; " + borne(terms) + "."));
        }
    }
}
