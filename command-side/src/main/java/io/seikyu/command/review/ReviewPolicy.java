package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides whether an invoice (請求書) is what the contract yields. An error makes it discrepant, a warning sends it to a
 * person unless it only decides who bears the risk, and without either it is approved. A pure function: the same facts give the same decision, in whatever order
 * the rules run.
 */
public final class ReviewPolicy {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> inDocumentOrder(finding.pointer()))
            .thenComparing(Finding::code)
            .thenComparing(Finding::message);

    private final String version;
    private final List<Applied> rules;

    private ReviewPolicy(String version, List<Applied> rules) {
        this.version = version;
        this.rules = rules;
    }

    /**
     * @param version   under which decisions remember it
     * @param revisions of rules, by name, where not today's are to run
     */
    static ReviewPolicy of(String version, ReviewSettings settings, Map<String, RuleType> revisions) {
        List<Applied> rules = new ArrayList<>();
        settings.rules().forEach((name, said) -> {
            if (said.applies()) {
                RuleType type = Optional.ofNullable(revisions.get(name))
                        .orElseGet(() -> RuleBook.type(name).orElseThrow());
                boolean limited = name.equals(ReviewSettings.APPROVAL_LIMIT);
                ReviewRule rule =
                        limited ? new ApprovalLimitRule(settings.approvalLimit()) : type.rule(said.parameters());
                rules.add(new Applied(rule, said.severity() == null ? rule.severity() : said.severity()));
            }
        });
        return new ReviewPolicy(version, rules);
    }

    /** The same in another order of its rules. */
    ReviewPolicy inOrder(UnaryOperator<List<Applied>> order) {
        return new ReviewPolicy(version, order.apply(new ArrayList<>(rules)));
    }

    public Review review(ReviewFacts facts) {
        List<Finding> findings = rules.stream()
                .flatMap(applied -> applied.check(facts).stream())
                .sorted(ORDER)
                .toList();
        List<String> signatures = rules.stream()
                .map(applied -> applied.rule().signature())
                .sorted()
                .toList();
        return new Review(outcome(findings, noted()), version, signatures, facts.features(), findings);
    }

    /** The signatures of the rules whose warnings nobody waits for. */
    private Set<String> noted() {
        return rules.stream()
                .map(Applied::rule)
                .filter(rule -> !rule.holdsBack())
                .map(ReviewRule::signature)
                .collect(Collectors.toSet());
    }

    private static Outcome outcome(List<Finding> findings, Set<String> noted) {
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return Outcome.DISCREPANT;
        }
        boolean doubtful = findings.stream().anyMatch(finding -> !noted.contains(finding.rule()));
        return doubtful ? Outcome.IN_REVIEW : Outcome.APPROVED;
    }

    /** Line 2 stands before line 10. */
    private static String inDocumentOrder(String pointer) {
        return NUMBER.matcher(pointer)
                .replaceAll(match -> "0".repeat(6 - Math.min(6, match.group().length())) + match.group());
    }

    /** A rule, and how grave it is what it finds. What a rule leaves to a person stays a warning. */
    record Applied(ReviewRule rule, Severity severity) {
        List<Finding> check(ReviewFacts facts) {
            List<Finding> found = rule.check(facts);
            return severity == rule.severity()
                    ? found
                    : found.stream()
                            .map(finding -> finding.severity() == rule.severity() ? finding.as(severity) : finding)
                            .toList();
        }
    }
}
