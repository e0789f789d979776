package io.seikyu.command.review;

import io.seikyu.contract.contract.ContractTerms.Expense;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Expenses that have to be charged are charged. An advance invoice (前受金) is excused: what an expense costs is known
 * when the work is done, and then the final invoice charges it.
 */
final class ExpenseRequiredRule implements ReviewRule {
    @Override
    public String name() {
        return "expense-required";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        if (facts.document().kind() == Kind.ADVANCE) {
            return findings;
        }
        Sums charged = Expenses.of(facts);
        for (String contract : contracts(facts)) {
            facts.terms(contract)
                    .ifPresent(terms -> terms.expenses().stream()
                            .filter(Expense::required)
                            .filter(expense ->
                                    charged.of(contract, expense.code()).value().signum() <= 0)
                            .forEach(expense -> findings.add(error(
                                    "EXPENSE_MISSING",
                                    "/lines",
                                    expense.code(),
                                    null,
                                    "Contract " + contract + " requires " + expense.code()
                                            + " to be charged on every invoice. Add it."))));
        }
        return findings;
    }

    private static Set<String> contracts(ReviewFacts facts) {
        Set<String> contracts = new LinkedHashSet<>();
        contracts.add(facts.document().contractId());
        facts.document().lines().forEach(line -> contracts.add(facts.contractId(line)));
        return contracts;
    }
}
