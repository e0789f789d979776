package io.seikyu.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.Samples;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.review.PolicyReader;
import io.seikyu.command.review.PublishedReviewPolicy;
import io.seikyu.command.review.Review;
import io.seikyu.command.review.ReviewFacts;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the text of a policy may say, and that the review does as it says. */
class ReviewPolicyTextTest {
    private static final String LEAST = """
            rules:
              contract-on-file: {}
              contract-in-force:
            """;
    private static final ReviewFacts DEAR = Samples.desk(false)
            .facts(
                    new InvoiceId("acme", "i1"),
                    io.seikyu.command.JsonChange.of(Samples.document(), "/total", "\"60791\""),
                    false,
                    Samples.TODAY);

    @Test
    void theShippedOneIsWhatTheRulesAreByThemselves() {
        List<Fault> faults = new ArrayList<>();
        PublishedReviewPolicy shipped = read(ShippedPolicies.text(PolicyKind.REVIEW), faults);

        assertThat(faults).isEmpty();
        Review review = shipped.of("acme", "c1").review(DEAR);
        assertThat(review)
                .isEqualTo(PublishedReviewPolicy.standard("v").of("acme", "c1").review(DEAR));
        assertThat(review.findings()).extracting(Finding::code).containsExactly("TOTAL_MISMATCH");
    }

    @Test
    void aRuleThatDoesNotStandThereDoesNotRun() {
        Review review = read(LEAST).of("acme", "c1").review(DEAR);

        assertThat(review.rules()).containsExactly("contract-in-force@1", "contract-on-file@1");
        assertThat(review.findings()).isEmpty();
        assertThat(review.policyVersion()).isEqualTo("v");
    }

    @Test
    void aSeverityIsThePolicys() {
        Review review =
                read(LEAST + "  total: {severity: WARNING}\n").of("acme", "c1").review(DEAR);

        assertThat(review.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void whatHoldsForAContractPrevailsOverTheClientAndThatOverAll() {
        PublishedReviewPolicy policy = read(LEAST + """
                  total: {severity: WARNING}
                  approval-limit: {}
                approvalLimit: 60000
                overrides:
                  - {client: acme, contract: c1, approvalLimit: 70000}
                  - {client: acme, rules: {total: off}, approvalLimit: 65000}
                """);

        assertThat(codes(policy, "beta", "c1")).containsExactly("ABOVE_APPROVAL_LIMIT", "TOTAL_MISMATCH");
        assertThat(codes(policy, "acme", "c2")).isEmpty();
        assertThat(codes(policy, "acme", "c1")).isEmpty();
        assertThat(codes(read(LEAST + """
                  approval-limit: {}
                approvalLimit: 70000
                overrides:
                  - {client: acme, contract: c1, approvalLimit: 60000}
                """), "acme", "c1")).containsExactly("ABOVE_APPROVAL_LIMIT");
    }

    @Test
    void everyFaultIsNamed() {
        List<Fault> faults = faults("""
                approvalLimit: a lot
                limit: 1
                rules:
                  contract-on-file: off
                  unit-prise: {}
                  total: {severity: FATAL}
                  total: {}
                  tax-rate: [1]
                  amount-unusual: {threshold: high, atLeast: 6.5, floorPercent: 101, window: 3}
                overrides:
                  - {contract: c1, rules: {due-date: {severity: 1}}}
                  - nobody
                """);

        assertThat(faults)
                .extracting(fault -> fault.code() + " " + fault.pointer())
                .containsExactlyInAnyOrder(
                        "invalid /approvalLimit",
                        "unknown-field /limit",
                        "invalid /rules/contract-on-file",
                        "missing /rules/contract-in-force",
                        "unknown-field /rules/unit-prise",
                        "duplicate /rules/total",
                        "invalid /rules/tax-rate",
                        "invalid /rules/amount-unusual/threshold",
                        "invalid /rules/amount-unusual/atLeast",
                        "invalid /rules/amount-unusual/floorPercent",
                        "unknown-field /rules/amount-unusual/window",
                        "missing /overrides/0/client",
                        "invalid /overrides/0/rules/due-date/severity",
                        "invalid /overrides/1",
                        "missing /overrides/1/client");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just a text",
                "- 1",
                "rules: {",
                "rules: !!javax.script.ScriptEngineManager []",
                "rules: &a {}\noverrides: *a",
                "a: &a [x]\nb: &b [*a, *a]",
                "rules: {}\n---\nrules: {}",
                "rules: !mine {}",
                "{{{{{{{{{{{{{{{{{{{{{{{{a: 1}: 1}: 1}: 1}: 1}: 1}: 1}: 1}: 1}: 1}: 1}",
                "? [a]\n: 1",
                "\t- x",
                "rules: \u0007"
            })
    void whatIsNoPlainMappingIsRefused(String text) {
        assertThat(faults(text)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0x10", "1e3", ".inf", "1_000", "12:30"})
    void numbersArePlainDecimals(String number) {
        assertThat(faults(LEAST + "approvalLimit: " + number + "\n"))
                .extracting(Fault::pointer)
                .contains("/approvalLimit");
    }

    private static List<String> codes(PublishedReviewPolicy policy, String client, String contract) {
        return policy.of(client, contract).review(DEAR).findings().stream()
                .map(Finding::code)
                .toList();
    }

    private static PublishedReviewPolicy read(String text) {
        List<Fault> faults = new ArrayList<>();
        PublishedReviewPolicy policy = read(text, faults);
        assertThat(faults).isEmpty();
        return policy;
    }

    private static List<Fault> faults(String text) {
        List<Fault> faults = new ArrayList<>();
        read(text, faults);
        return faults;
    }

    private static PublishedReviewPolicy read(String text, List<Fault> faults) {
        Object tree = YamlTree.read(text, faults);
        return faults.isEmpty() || tree != null ? new PolicyReader(faults).read("v", tree) : null;
    }
}
