package io.seikyu.command.review;

import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The total is that of the sums with their tax; what is payable is the total less what is withheld or prepaid. */
final class TotalRule implements ReviewRule {
    @Override
    public String name() {
        return "total";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>();
        InvoiceDocument document = facts.document();
        Figures.of(facts).ifPresent(figures -> checkTotal(figures, document, findings));
        BigDecimal payable = Payable.of(document);
        if (document.payable() != null && !Figures.same(document.payable(), payable)) {
            findings.add(error(
                    "TOTAL_MISMATCH",
                    "/payable",
                    payable,
                    document.payable(),
                    "The total less withholding and prepayments is " + Figures.text(payable) + " yen."));
        }
        return findings;
    }

    private void checkTotal(Figures figures, InvoiceDocument document, List<Finding> findings) {
        try {
            BigDecimal expected = figures.totalByContract();
            if (!Figures.same(document.total(), expected) && !Figures.same(document.total(), figures.totalAsStated())) {
                findings.add(error(
                        "TOTAL_MISMATCH",
                        "/total",
                        expected,
                        document.total(),
                        "The sums with their tax come to " + Figures.text(expected) + " yen."));
            }
        } catch (DatedDataMissingException e) {
            // the rate is not known for that day: the rule of rates says so
        }
    }
}
