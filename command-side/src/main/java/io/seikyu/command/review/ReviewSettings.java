package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding.Severity;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which rules apply, and how.
 *
 * @param approvalLimit invoices above it go to a person, whatever the contract allows; or null
 * @param rules         by the name of the rule; of one that is not named nothing is said
 */
public record ReviewSettings(BigDecimal approvalLimit, Map<String, RuleSettings> rules) {
    static final String APPROVAL_LIMIT = "approval-limit";

    /** What is said here, and of what nothing is said here what {@code base} says. */
    ReviewSettings over(ReviewSettings base) {
        Map<String, RuleSettings> all = new TreeMap<>(base.rules);
        rules.forEach((name, said) -> all.merge(name, said, (below, above) -> above.over(below)));
        return new ReviewSettings(approvalLimit == null ? base.approvalLimit : approvalLimit, all);
    }

    /**
     * @param applies    whether the rule runs
     * @param severity   of what the rule finds; null leaves it to the rule
     * @param parameters what the rule can be told; one that is not named is left to the rule
     */
    public record RuleSettings(boolean applies, Severity severity, Map<String, BigDecimal> parameters) {
        private RuleSettings over(RuleSettings base) {
            Map<String, BigDecimal> all = new HashMap<>(base.parameters);
            all.putAll(parameters);
            return new RuleSettings(applies, severity == null ? base.severity : severity, all);
        }
    }
}
