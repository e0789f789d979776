package io.seikyu.command.review;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An invoice above the contract's limit, or above the policy's, is looked at by a person. */
final class ApprovalLimitRule implements ReviewRule {
    private final BigDecimal limit;

    /** @param limit the policy's, yen; or null */
    ApprovalLimitRule(BigDecimal limit) {
        this.limit = limit;
    }

    @Override
    public String name() {
        return "approval-limit";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        BigDecimal total = facts.document().total();
        return Stream.of(limit, facts.terms().map(ContractTerms::approvalLimit).orElse(null))
                .filter(Objects::nonNull)
                .min(BigDecimal::compareTo)
                .filter(lower -> total.compareTo(lower) > 0)
                .map(lower -> List.of(warning(
                        "ABOVE_APPROVAL_LIMIT",
                        "/total",
                        lower,
                        total,
                        "Invoices above " + Figures.text(lower) + " yen are approved by a person; this one claims "
                                + Figures.text(total) + ".")))
                .orElse(List.of());
    }
}
