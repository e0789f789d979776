package io.seikyu.command.creditnote;

import io.seikyu.contract.invoice.Finding;
import java.math.BigDecimal;
import java.util.List;

/** The total is that of the sums with their tax. */
final class CreditTotalRule implements CreditNoteRule {
    @Override
    public String name() {
        return "credit-total";
    }

    @Override
    public List<Finding> check(CreditNoteFacts facts) {
        BigDecimal right = facts.total();
        BigDecimal stated = facts.document().total();
        return right.compareTo(stated) == 0 || facts.totalAsStated().compareTo(stated) == 0
                ? List.of()
                : List.of(error(
                        "TOTAL_MISMATCH",
                        "/total",
                        right,
                        stated,
                        "The sums with their tax come to " + CreditNoteRule.text(right) + " yen."));
    }
}
