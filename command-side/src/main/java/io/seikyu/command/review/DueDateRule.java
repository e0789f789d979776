package io.seikyu.command.review;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.invoice.Finding;
import java.time.LocalDate;
import java.util.List;

/** The due date follows from the last day of the transaction and the contract's terms of payment. */
final class DueDateRule implements ReviewRule {
    private static final String CODE = "DUE_DATE_MISMATCH";

    @Override
    public String name() {
        return "due-date";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        return facts.terms().map(terms -> check(facts, terms)).orElse(List.of());
    }

    private List<Finding> check(ReviewFacts facts, ContractTerms terms) {
        LocalDate stated = facts.document().dueDate();
        try {
            LocalDate due = terms.terms().dueDate(facts.day(), facts.calendar());
            String message = "By the contract's terms of payment the invoice is due on " + due + ".";
            return due.equals(stated) ? List.of() : List.of(error(CODE, "/dueDate", due, stated, message));
        } catch (DatedDataMissingException e) {
            return List.of(warning(
                    CODE,
                    "/dueDate",
                    terms.terms().agreedDate(facts.day()),
                    stated,
                    "Check the due date by hand: " + e.getMessage() + "."));
        }
    }
}
