package io.seikyu.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import org.junit.jupiter.api.Test;

class MatchingPolicyTextTest {
    private static final String SHIPPED = ShippedPolicies.text(PolicyKind.MATCHING);

    @Test
    void theShippedTextIsAPolicy() {
        assertThat(MatchingTexts.policy(SHIPPED).version()).isEqualTo("matching/default@0");
    }

    @Test
    void everyFaultOfATextIsNamedAtOnce() {
        String text = SHIPPED.replace("automaticFrom: 70", "automaticFrom: 102")
                .replace("after: 60", "behind: 60")
                .replace("chance: 0.003", "chance: 3")
                .replace("invoices: 30", "invoices: 31")
                .replace("[110, 145", "[0, 1.5");

        assertThat(MatchingTexts.faults(text))
                .extracting(Fault::pointer, Fault::code)
                .containsExactlyInAnyOrder(
                        tuple("/automaticFrom", "invalid"),
                        tuple("/window/behind", "unknown-field"),
                        tuple("/window/after", "missing"),
                        tuple("/transferFee/usual/0", "invalid"),
                        tuple("/transferFee/usual/1", "invalid"),
                        tuple("/sums/invoices", "invalid"),
                        tuple("/sums/chance", "invalid"));
    }

    @Test
    void anEmptyTextSaysWhatIsMissing() {
        assertThat(MatchingTexts.faults("{}"))
                .extracting(Fault::pointer)
                .contains("/automaticFrom", "/window", "/transferFee", "/sums", "/candidates");
    }
}
