package io.seikyu.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.policy.DunningTexts;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.contract.policy.ShippedPolicies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the text of a dunning policy may say. */
class DunningPolicyTextTest {
    private static final String SHIPPED = ShippedPolicies.text(PolicyKind.DUNNING);

    @Test
    void theShippedOneIsWhatIsUsual() {
        List<Fault> faults = new ArrayList<>();

        DunningSettings settings = settings(SHIPPED, faults);

        assertThat(faults).isEmpty();
        assertThat(settings).isEqualTo(DunningSettings.usual());
    }

    @ParameterizedTest
    @EnumSource(Segment.class)
    void everySegmentHasALadderThatEndsWithAPerson(Segment segment) {
        List<Step> ladder = DunningSettings.usual().ladders().get(segment);

        assertThat(ladder.get(ladder.size() - 1).channel()).isEqualTo(ContactChannel.LEGAL);
        assertThat(ladder.get(ladder.size() - 1).person()).isTrue();
    }

    @ParameterizedTest(name = "{1} in place of {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            PROMPT:                                    | GENTLE:                             | /ladders/GENTLE
            STANDARD:                                  | standard:                           | /ladders/STANDARD
            R0, channel: MAIL, offset: -7              | R0, channel: MAIL, offset: 0        | /ladders/PROMPT/0/offset
            R1, channel: MAIL, offset: 3               | R1, channel: MAIL, offset: 0        | /ladders/PROMPT/1/offset
            R1, channel: MAIL, offset: 3               | R1, channel: MAIL                   | /ladders/PROMPT/1/offset
            R1, channel: MAIL, offset: 3               | R2, channel: MAIL, offset: 3        | /ladders/PROMPT/1/stage
            R1, channel: MAIL, offset: 3               | R1, channel: FAX, offset: 3         | /ladders/PROMPT/1/channel
            R1, channel: MAIL, offset: 3               | R1, channel: LETTER, offset: 3      | /ladders/PROMPT/1/channel
            R1, channel: MAIL, offset: 3               | R1, channel: MAIL, offset: 3, deadline: 5 | /ladders/PROMPT/1/deadline
            R2, channel: MAIL, offset: 7, deadline: 5  | R2, channel: MAIL, offset: 7        | /ladders/PROMPT/2/deadline
            R2, channel: MAIL, offset: 7               | R2, channel: MAIL, offset: 2        | /ladders/PROMPT/2/offset
            R2, channel: MAIL, offset: 7               | R2, channel: PHONE, offset: 7       | /ladders/PROMPT/2/channel
            R2, channel: PHONE, offset: 10             | R2, channel: MAIL, offset: 10       | /ladders/PROMPT/3
            offset: 28, deadline: 7, person: true      | offset: 28, deadline: 7             | /ladders/PROMPT/5/person
            offset: 28, deadline: 7, person: true      | offset: 28, deadline: 7, person: 1  | /ladders/PROMPT/5/person
            R1, channel: MAIL, offset: 3               | R1, channel: MAIL, offset: 3, leastBalance: -1 | /ladders/PROMPT/1/leastBalance
            R1, channel: MAIL, offset: 3               | R1, channel: MAIL, offset: 3, tone: FIRM | /ladders/PROMPT/1/tone
            to: FIRST_INVOICES                         | to: EVERYBODY                       | /advanceNotice/to
            gap: 3                                     | gap: 0                              | /waits/gap
            bankLag: 1                                 | bankLag: one                        | /waits/bankLag
            opensAt: "09:00"                           | opensAt: "07:59"                    | /contacts/opensAt
            opensAt: "09:00"                           | opensAt: 9                          | /contacts/opensAt
            closesAt: "18:00"                          | closesAt: "21:01"                   | /contacts/closesAt
            closesAt: "18:00"                          | closesAt: "08:30"                   | /contacts/closesAt
            closesAt: "18:00"                          | closesAt: 18:00                     | /contacts/closesAt
            clientFrom: R3                             | clientFrom: R4                      | /agreement/clientFrom
            personFrom: R5                             | personFrom: R6                      | /agreement/personFrom
            onTime: 0.9                                | onTime: 0.6                         | /tone/firm/onTime
            averageDelay: 15                           | averageDelay: 2                     | /tone/firm/averageDelay
            tone:                                      | voice:                              | /tone
            """)
    void aFaultIsNamedAtItsPlace(String right, String wrong, String pointer) {
        assertThat(SHIPPED).contains(right);
        assertThat(faults(SHIPPED.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .extracting(Fault::pointer)
                .contains(pointer);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        String text = SHIPPED.replace("gap: 3", "gap: 0").replace("clientFrom: R3", "clientFrom: R9");

        assertThat(faults(text)).extracting(Fault::pointer).containsExactly("/waits/gap", "/agreement/clientFrom");
        assertThat(faults("{}"))
                .extracting(Fault::pointer)
                .contains("/ladders", "/advanceNotice", "/waits/gap", "/contacts/opensAt", "/tone/gentle");
        assertThat(faults("[]")).isNotEmpty();
        assertThat(faults("ladders: {STANDARD: [1, {stage: R1}]}"))
                .extracting(Fault::pointer)
                .contains("/ladders/STANDARD/0", "/ladders/STANDARD/1/channel");
    }

    @Test
    void aSegmentWithoutALadderTakesTheStandardOne() {
        List<Fault> faults = new ArrayList<>();
        String text = SHIPPED.replaceFirst("(?s)PROMPT:.*?STANDARD:", "STANDARD:");

        DunningSettings settings = settings(text, faults);

        assertThat(faults).isEmpty();
        assertThat(settings.ladder(Segment.PROMPT)).isEqualTo(settings.ladder(Segment.STANDARD));
    }

    @Test
    void aLeastBalanceIsYen() {
        List<Fault> faults = new ArrayList<>();
        String text = SHIPPED.replace("channel: LETTER, offset: 14", "channel: LETTER, leastBalance: 3000, offset: 14");

        Step demand = settings(text, faults).ladder(Segment.STANDARD).get(4);

        assertThat(faults).isEmpty();
        assertThat(demand.leastBalance()).isEqualTo(new BigDecimal("3000"));
    }

    private static List<Fault> faults(String text) {
        List<Fault> faults = new ArrayList<>();
        settings(text, faults);
        return faults;
    }

    private static DunningSettings settings(String text, List<Fault> faults) {
        Object tree = DunningTexts.tree(text, faults);
        return new DunningPolicyReader(BankCalendar.japan(), faults).settings(tree);
    }
}
