package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument;
import java.math.BigDecimal;
import java.util.List;

/**
 * A prepayment lowers what is payable, so a person compares it with what came in. What is withheld and prepaid together
 * may not exceed the total.
 */
final class PrepaidRule implements ReviewRule {
    @Override
    public String name() {
        return "prepaid";
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        InvoiceDocument document = facts.document();
        BigDecimal payable = Payable.of(document);
        if (payable.signum() < 0) {
            return List.of(error(
                    "PREPAID_NOT_COVERED",
                    document.prepaidRefs().isEmpty() ? "/withholding" : "/prepaidRefs",
                    document.total(),
                    document.total().subtract(payable),
                    "More is withheld and prepaid than the invoice claims."));
        }
        if (document.prepaidRefs().isEmpty()) {
            return List.of();
        }
        return List.of(warning(
                "PREPAID_NOT_COVERED",
                "/prepaidRefs",
                null,
                document.total().subtract(payable),
                "Compare the prepayments with the money that came in."));
    }
}
