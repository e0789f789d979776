package io.seikyu.command.review;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.Expense;
import io.seikyu.contract.invoice.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Of each expense no more is charged on one invoice than the payer agreed to bear. */
final class ExpenseCapRule implements ReviewRule {
    @Override
    public String name() {
        return "expense-cap";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        Expenses.of(facts).forEach((expense, sum) -> {
            BigDecimal cap = cap(facts.terms(expense.contractId()), expense.code());
            if (cap != null && sum.value().compareTo(cap) > 0) {
                findings.add(error(
                        "EXPENSE_ABOVE_CAP",
                        sum.last(),
                        cap,
                        sum.value(),
                        "The contract lets " + expense.code() + " cost up to " + Figures.text(cap)
                                + " yen on one invoice; this one charges " + Figures.text(sum.value()) + "."));
            }
        });
        return findings;
    }

    private static BigDecimal cap(Optional<ContractTerms> terms, String code) {
        return terms.flatMap(agreed -> Figures.expense(agreed, code))
                .map(Expense::cap)
                .orElse(null);
    }
}
