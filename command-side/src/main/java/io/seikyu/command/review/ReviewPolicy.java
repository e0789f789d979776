package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides whether an invoice (請求書) is what the contract yields. An error makes it discrepant, a warning sends it to a
 * person, and without either it is approved. A pure function: the same facts give the same decision, in whatever order
 * the rules run.
 */
public final class ReviewPolicy {
    /** Every rule there is. */
    public static final List<ReviewRule> RULES = List.of(
            new ContractOnFileRule(),
            new ContractInForceRule(),
            new SameTermsRule(),
            new ItemInContractRule(),
            new UnitPriceRule(),
            new LineAmountRule(),
            new ExpenseInContractRule(),
            new TaxCategoryRule(),
            new TaxRateRule(),
            new TaxableAmountRule(),
            new TaxAmountRule(),
            new TotalRule(),
            new PrepaidRule(),
            new DueDateRule(),
            new RegistrationNumberRule(),
            new InvoiceNumberRule(),
            new ApprovalLimitRule());

    private static final String VERSION = "review@1";
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> inDocumentOrder(finding.pointer()))
            .thenComparing(Finding::code);

    private final List<ReviewRule> rules;

    public ReviewPolicy() {
        this(RULES);
    }

    ReviewPolicy(List<ReviewRule> rules) {
        this.rules = List.copyOf(rules);
    }

    public Review review(ReviewFacts facts) {
        List<Finding> findings = rules.stream()
                .flatMap(rule -> rule.check(facts).stream())
                .sorted(ORDER)
                .toList();
        List<String> signatures =
                rules.stream().map(ReviewRule::signature).sorted().toList();
        return new Review(outcome(findings), VERSION, signatures, facts.features(), findings);
    }

    private static Outcome outcome(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Outcome.APPROVED;
        }
        boolean wrong = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return wrong ? Outcome.DISCREPANT : Outcome.IN_REVIEW;
    }

    /** Line 2 stands before line 10. */
    private static String inDocumentOrder(String pointer) {
        return NUMBER.matcher(pointer)
                .replaceAll(match -> "0".repeat(6 - Math.min(6, match.group().length())) + match.group());
    }
}
