package io.seikyu.command.review;

import io.seikyu.command.account.CreditCheck;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import java.util.List;

/** An invoice beyond what is left of the payer's limit, or of what was reserved for it, is covered in part or not. */
final class CreditLimitRule implements ReviewRule {
    private final boolean toPerson;

    CreditLimitRule(boolean toPerson) {
        this.toPerson = toPerson;
    }

    @Override
    public String name() {
        return "credit-limit";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public boolean holdsBack() {
        return toPerson;
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        CreditCheck credit = facts.credit();
        if (!credit.limitExceeded()) {
            return List.of();
        }
        return List.of(warning(
                "CREDIT_LIMIT_EXCEEDED",
                "/total",
                credit.left(),
                Payable.of(facts.document()),
                (credit.guaranteed()
                                ? "Of the payer's credit limit and the guarantee "
                                : "Of the payer's credit limit ")
                        + Figures.text(credit.left()) + " yen are left for this invoice of "
                        + Figures.text(Payable.of(facts.document()))
                        + ": the rest of it is not covered. Reserve credit before the next delivery."));
    }
}
