package io.seikyu.command.creditnote;

import io.seikyu.command.review.Review;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a credit note (返還インボイス) may go to a person: it does when no rule finds anything, and never past one. A pure
 * function.
 */
public final class CreditNotePolicy {
    static final List<CreditNoteRule> RULES = List.of(
            new CreditNoteNumberRule(),
            new QualifiedCreditNoteRule(),
            new CreditLineAmountRule(),
            new CreditSumsRule(),
            new CreditTaxRule(),
            new CreditTotalRule(),
            new CreditBoundRule());

    private static final String VERSION = "credit-note@1";

    Review review(CreditNoteFacts facts) {
        List<Finding> findings = RULES.stream()
                .flatMap(rule -> rule.check(facts).stream())
                .sorted(Comparator.comparingInt(
                                (Finding finding) -> finding.pointer().length())
                        .thenComparing(Finding::pointer)
                        .thenComparing(Finding::code))
                .toList();
        return new Review(
                findings.isEmpty() ? Outcome.IN_REVIEW : Outcome.DISCREPANT,
                VERSION,
                RULES.stream().map(CreditNoteRule::signature).sorted().toList(),
                facts.features(),
                findings);
    }
}
