package io.seikyu.command.review;

import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import java.util.List;

/**
 * One thing an invoice is checked for. A rule is a pure function of the facts: no clock, no store, no state. A new rule
 * is a class like its neighbours and a line in {@link RuleBook}. When a rule's behaviour changes, the changed class
 * gets the next {@link #revision}, because decisions of the past name the revision that took them.
 */
public interface ReviewRule {
    /** E.g. {@code unit-price}. */
    String name();

    default int revision() {
        return 1;
    }

    /** How grave it is what this rule finds, unless the policy says otherwise. What it leaves to a person is a warning. */
    default Severity severity() {
        return Severity.ERROR;
    }

    /**
     * Whether an invoice of which nothing but this is warned waits for a person. What only decides who bears the risk
     * does not keep a delivered service from being billed.
     */
    default boolean holdsBack() {
        return true;
    }

    /** @return what is wrong; empty when this rule has nothing to say */
    List<Finding> check(ReviewFacts facts);

    default String signature() {
        return name() + "@" + revision();
    }

    /** Something that has to be corrected. */
    default Finding error(String code, String pointer, Object expected, Object actual, String message) {
        return finding(code, Severity.ERROR, pointer, expected, actual, message);
    }

    /** Something that a person has to look at. */
    default Finding warning(String code, String pointer, Object expected, Object actual, String message) {
        return finding(code, Severity.WARNING, pointer, expected, actual, message);
    }

    private Finding finding(
            String code, Severity severity, String pointer, Object expected, Object actual, String message) {
        return new Finding(code, severity, pointer, Figures.text(expected), Figures.text(actual), message, signature());
    }
}
