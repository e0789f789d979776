package io.seikyu.command.review;

import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.CreditTerms;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import java.math.BigDecimal;
import java.util.List;

/** Where instalments (分割払い) were agreed, the payer is asked for no more than one of them at a time. */
final class InstalmentRule implements ReviewRule {
    @Override
    public String name() {
        return "instalment";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        BigDecimal payable = Payable.of(facts.document());
        return facts.terms()
                .map(ContractTerms::credit)
                .map(CreditTerms::instalment)
                .filter(most -> payable.compareTo(most) > 0)
                .map(most -> List.of(warning(
                        "INSTALMENT_EXCEEDED",
                        "/total",
                        most,
                        payable,
                        "By the contract the payer is asked for " + Figures.text(most)
                                + " yen at a time; this invoice asks for " + Figures.text(payable)
                                + ". Bill it in parts, or set off what was paid in advance.")))
                .orElse(List.of());
    }
}
