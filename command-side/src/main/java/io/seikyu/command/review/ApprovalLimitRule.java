package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import java.math.BigDecimal;
import java.util.List;

/** An invoice above the contract's limit is looked at by a person. */
final class ApprovalLimitRule implements ReviewRule {
    @Override
    public String name() {
        return "approval-limit";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        BigDecimal total = facts.document().total();
        return facts.terms()
                .filter(terms -> terms.approvalLimit() != null && total.compareTo(terms.approvalLimit()) > 0)
                .map(terms -> List.of(warning(
                        "ABOVE_APPROVAL_LIMIT",
                        "/total",
                        terms.approvalLimit(),
                        total,
                        "Invoices above " + Figures.text(terms.approvalLimit()) + " yen are approved by a person.")))
                .orElse(List.of());
    }
}
