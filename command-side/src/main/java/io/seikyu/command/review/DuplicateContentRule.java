package io.seikyu.command.review;

import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * No other invoice that is alive claims the same from this payer. It is a doubt and no error, because the same may have
 * been delivered twice.
 */
final class DuplicateContentRule implements ReviewRule {
    private static final int NAMED = 5;

    @Override
    public String name() {
        return "duplicate-content";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        String digest = ContentDigest.of(facts.document());
        String same = facts.history()
                .others()
                .filter(other -> other.contentDigest().equals(digest))
                .map(EnteredInvoice::invoiceId)
                .sorted()
                .limit(NAMED)
                .collect(Collectors.joining(", "));
        return same.isEmpty()
                ? List.of()
                : List.of(warning(
                        "DUPLICATE_CONTENT",
                        "/lines",
                        null,
                        same,
                        "Invoice " + same
                                + " claims the same of this payer: contract, period, lines and total are equal."
                                + " Reject this one unless it was delivered twice."));
    }
}
