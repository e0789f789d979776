package io.seikyu.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.credit.CreditPolicy;
import io.seikyu.command.credit.CreditPolicyReader;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the text of a credit policy may say. */
class CreditPolicyTextTest {
    private static final String SHIPPED = ShippedPolicies.text(PolicyKind.CREDIT);
    private static final PolicyReading<CreditPolicy> READING = new PolicyReading<>(
            PolicyKind.CREDIT, (version, tree, faults) -> new CreditPolicyReader(faults).read(version, tree));

    @Test
    void theShippedOneIsWithoutFault() {
        assertThat(faults(SHIPPED)).isEmpty();
    }

    @ParameterizedTest(name = "{1} in place of {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            bureau: 40, payments: 35          | bureau: 40, payments: 36          | /weights
            TDB: {86: 100, 66: 85             | TDB: {86: 80, 66: 85              | /bureau/bands/TDB
            TSR: {80: 100                     | TSR: {x: 100                      | /bureau/bands/TSR/x
            30: 0}                            | 30: 10, 60: 20}                   | /payments/delayBands
            [TRANSFER, DEBIT, E_RECORD]       | [TRANSFER, DEBIT, BARTER]         | /payments/steadyMethods/2
            atLeast: 3                        | atLeast: 0                        | /payments/atLeast
            months: 12                        | months: 1.5                       | /bureau/months
            overdue: {0: 0, 10: 10            | overdue: {0: 1, 10: 10             | /overdue/0
            overdue: {0: 0, 10: 10            | overdue: {0: 0, 10: 90             | /overdue
            positive: 5                       | positive: many                    | /positive
            togetherDays: 90                  | togetherdays: 90                  | /deterioration/togetherDays
            from: 50, cap: 5000000            | from: 71, cap: 5000000            | /grades/REDUCED_LIMIT/from
            from: 35, cap: 1000000            | from: 35, cap: 6000000            | /grades/SHORTER_TERMS/cap
            from: 0, cap: 0                   | from: 10, cap: 0                  | /grades/PREPAYMENT/from
            measures: [DECLINE]               | measures: []                      | /grades/DECLINED/measures
            ownCap: 30000000                  | ownCap: 0.5                       | /ownCap
            freeMail: [gmail.com              | freeMail: [Gmail.com              | /freeMail/0
            positive: 5                       | weigths: 5                        | /weigths
            """)
    void aFaultIsNamedAtItsPlace(String right, String wrong, String pointer) {
        assertThat(SHIPPED).contains(right);
        assertThat(faults(SHIPPED.replace(right, wrong)))
                .extracting(Fault::pointer)
                .contains(pointer);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        String text = SHIPPED.replace("positive: 5", "positive: 500").replace("countsDays: 90", "countsDays: 0");

        assertThat(faults(text)).extracting(Fault::pointer).containsExactly("/positive", "/slowdown/countsDays");
        assertThat(faults("weights: 3")).extracting(Fault::pointer).contains("/weights", "/bureau", "/grades/NORMAL");
        assertThat(faults("- 1")).isNotEmpty();
        assertThat(faults("")).isNotEmpty();
    }

    private static List<Fault> faults(String text) {
        List<Fault> faults = new ArrayList<>();
        READING.read("v", text, faults);
        return faults;
    }
}
