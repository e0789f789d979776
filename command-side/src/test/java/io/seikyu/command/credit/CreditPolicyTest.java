package io.seikyu.command.credit;

import static io.seikyu.command.credit.CreditSamples.TODAY;
import static io.seikyu.command.credit.CreditSamples.and;
import static io.seikyu.command.credit.CreditSamples.newcomer;
import static io.seikyu.command.credit.CreditSamples.overdue;
import static io.seikyu.command.credit.CreditSamples.paid;
import static io.seikyu.command.credit.CreditSamples.score;
import static io.seikyu.command.credit.CreditSamples.signal;
import static io.seikyu.command.credit.CreditSamples.sound;
import static io.seikyu.command.credit.CreditSamples.yen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.command.account.Exposure;
import io.seikyu.command.credit.CreditFacts.PayerData;
import io.seikyu.command.decision.UnknownRevisionException;
import io.seikyu.contract.account.Bureau;
import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.account.SignalKind;
import io.seikyu.contract.account.SignalVerdict;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is trusted how far, as tables. */
class CreditPolicyTest {
    private static final CreditPolicy POLICY = CreditSamples.shipped();

    @Test
    void aSoundPayerIsTrustedForWhatItNeeds() {
        CreditDecision decision = POLICY.decide(sound());

        assertThat(decision.grade()).isEqualTo(CreditGrade.NORMAL);
        // bureau 85 % of 40, payments all of 35, registry all of 15, consistency all of 10
        assertThat(decision.score()).isEqualByComparingTo("94");
        assertThat(decision.points().get(CreditPart.BUREAU)).isEqualByComparingTo("34");
        assertThat(decision.points().get(CreditPart.PAYMENTS)).isEqualByComparingTo("35");
        // 2,000,000 a month, two months until it is collected
        assertThat(decision.creditLimit()).isEqualByComparingTo("4000000");
        assertThat(decision.measures()).containsExactly(CreditMeasure.NONE);
        assertThat(decision.reasons())
                .containsExactly(CreditReason.EXTERNAL_ASSESSMENT_GOOD, CreditReason.PAYS_ON_TIME);
        assertThat(decision.alternatives()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}, {2} on time and {3} late by {4} days together: {5} points, {6}")
    @CsvSource({
        "TDB, 86, 12, 0,   0, 100.00, NORMAL",
        "TDB, 85, 12, 0,   0,  94.00, NORMAL",
        "TDB, 66, 12, 0,   0,  94.00, NORMAL",
        "TDB, 65, 12, 0,   0,  86.00, NORMAL",
        "TDB, 51, 12, 0,   0,  86.00, NORMAL",
        "TDB, 50, 12, 0,   0,  74.00, NORMAL",
        "TDB, 35, 12, 0,   0,  60.00, REDUCED_LIMIT",
        "TSR, 50, 12, 0,   0,  86.00, NORMAL",
        "TSR, 49, 12, 0,   0,  74.00, NORMAL",
        "TDB, 51,  6, 6,  60,  73.36, NORMAL",
        "TDB, 50,  6, 6,  60,  61.36, REDUCED_LIMIT",
        "TDB, 50,  0, 12, 120, 48.72, SHORTER_TERMS",
        "TDB, 35,  3,  9, 180, 36.08, SHORTER_TERMS",
        "TDB, 20,  0, 12, 480, 28.89, PREPAYMENT",
    })
    void theScoreGivesTheGrade(
            Bureau bureau, long value, int onTime, int late, long days, BigDecimal points, CreditGrade grade) {
        CreditDecision decision =
                POLICY.decide(sound().with(List.of(score(bureau, value))).with(paid(onTime, late, days)));

        assertThat(decision.score()).isEqualByComparingTo(points);
        assertThat(decision.grade()).isEqualTo(grade);
    }

    @Test
    void aNewPayerIsNotRefusedForBeingNew() {
        CreditDecision decision = POLICY.decide(newcomer());

        assertThat(decision.grade()).isEqualTo(CreditGrade.REDUCED_LIMIT);
        assertThat(decision.points()).containsOnlyKeys(CreditPart.CONSISTENCY);
        assertThat(decision.score()).isEqualByComparingTo("100");
        assertThat(decision.creditLimit()).isEqualByComparingTo("1000000");
        assertThat(decision.reasons()).containsExactly(CreditReason.DATA_MISSING);
        assertThat(decision.alternatives())
                .containsExactly("DATA_MISSING bureau+payments+registry -> at best: NORMAL, 1000000");
    }

    @Test
    void whatIsNotKnownIsLeftOutAndTheOthersAreScaled() {
        CreditDecision decision = POLICY.decide(sound().with(List.of()));

        assertThat(decision.points())
                .containsOnlyKeys(CreditPart.PAYMENTS, CreditPart.REGISTRY, CreditPart.CONSISTENCY);
        assertThat(decision.score()).isEqualByComparingTo("100");
        assertThat(decision.grade()).isEqualTo(CreditGrade.REDUCED_LIMIT);
        assertThat(decision.creditLimit()).isEqualByComparingTo("4000000");
    }

    @ParameterizedTest(name = "{0}, requested {1}, sales {2} times {3}, at risk {4}: limit {5}")
    @CsvSource({
        // need, own cap, cap of the grade: the least of them
        "70, ,        2000000,  2,       0,  4000000, NONE",
        "70, ,       20000000,  3,       0, 30000000, NONE",
        "35, ,        4000000,  2,       0,  5000000, REDUCE_AMOUNT",
        "70, 5000000, 2000000,  2, 1100000,  6100000, NONE",
        "35, 5000000, 2000000,  2, 1100000,  5000000, REDUCE_AMOUNT",
        "70, 100000,  2000000,  2, 1100000,  4000000, NONE",
        "70, ,               ,  2,       0, 30000000, NONE",
        "70, 31000000,       ,   ,       0, 30000000, REDUCE_AMOUNT",
    })
    void theLimitIsTheLeastOfNeedAndCaps(
            long value,
            BigDecimal requested,
            BigDecimal sales,
            BigDecimal months,
            BigDecimal atRisk,
            BigDecimal limit,
            CreditMeasure measure) {
        CreditFacts base = sound();
        CreditFacts facts = new CreditFacts(
                TODAY,
                requested,
                new PayerData(base.payer().foundedOn(), true, true, "sound.co.jp", sales, months),
                new Exposure(atRisk, yen(0), yen(0)),
                base.payments(),
                0,
                null,
                List.of(score(Bureau.TDB, value)),
                false);

        CreditDecision decision = POLICY.decide(facts);

        assertThat(decision.creditLimit()).isEqualByComparingTo(limit);
        assertThat(decision.measures()).containsExactly(measure);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "50, NORMAL, NONE",
        "35, REDUCED_LIMIT, REDUCE_AMOUNT",
    })
    void measuresScaleWithTheRisk(long value, CreditGrade grade, CreditMeasure measure) {
        CreditDecision decision = POLICY.decide(sound().with(List.of(score(Bureau.TDB, value))));

        assertThat(decision.grade()).isEqualTo(grade);
        assertThat(decision.measures()).containsExactly(measure);
    }

    @Test
    void theWorseTheGradeTheStrongerTheMeasures() {
        CreditFacts poor = sound().with(List.of(score(Bureau.TDB, 35)));

        assertThat(POLICY.decide(poor.with(paid(3, 9, 180))).measures())
                .containsExactly(CreditMeasure.SHORTER_TERMS, CreditMeasure.INSTALMENTS);
        CreditDecision worst = POLICY.decide(poor.with(paid(0, 12, 600)));
        assertThat(worst.measures()).containsExactly(CreditMeasure.PREPAYMENT, CreditMeasure.GUARANTEE);
        assertThat(worst.creditLimit()).isZero();
    }

    @Test
    void oneSignalOfDeteriorationLowersAGradeAndSaysSo() {
        CreditDecision decision = POLICY.decide(and(sound(), signal("d1", SignalKind.DETERIORATION, 10, null)));

        assertThat(decision.grade()).isEqualTo(CreditGrade.REDUCED_LIMIT);
        assertThat(decision.onHold()).isFalse();
        assertThat(decision.reasons()).contains(CreditReason.DETERIORATION);
        assertThat(decision.alternatives()).containsExactly("DETERIORATION 1 -> 0: NORMAL, 4000000");
    }

    @ParameterizedTest(name = "{0} and {1} days ago, judged {2} and {3}: a person {4}")
    @CsvSource({
        "10,  20, ,          ,          true",
        "10, 100, ,          ,          true",
        "10, 101, ,          ,          false",
        "10,  20, CONFIRMED, ,          false",
        "10,  20, CONFIRMED, CONFIRMED, false",
        "10,  20, DISMISSED, ,          false",
        "10,  10, ,          ,          true",
    })
    void twoWithinNinetyDaysGoToAPerson(int first, int second, SignalVerdict one, SignalVerdict other, boolean person) {
        CreditDecision decision = POLICY.decide(and(
                sound(),
                signal("d1", SignalKind.DETERIORATION, first, one),
                signal("d2", SignalKind.TAX_ARREARS, second, other)));

        assertThat(decision.onHold()).isEqualTo(person);
        assertThat(decision.reasons().contains(CreditReason.UNDER_REVIEW)).isEqualTo(person);
        assertThat(decision.grade()).isEqualTo(CreditGrade.REDUCED_LIMIT);
    }

    @Test
    void whatAPersonDismissedOrIsLongAgoLowersNothing() {
        assertThat(POLICY.decide(and(sound(), signal("d1", SignalKind.DETERIORATION, 10, SignalVerdict.DISMISSED)))
                        .grade())
                .isEqualTo(CreditGrade.NORMAL);
        assertThat(POLICY.decide(and(sound(), signal("d1", SignalKind.DETERIORATION, 365, null)))
                        .grade())
                .isEqualTo(CreditGrade.REDUCED_LIMIT);
        assertThat(POLICY.decide(and(sound(), signal("d1", SignalKind.DETERIORATION, 366, null)))
                        .grade())
                .isEqualTo(CreditGrade.NORMAL);
    }

    @Test
    void aBankruptcyRefusesWhateverTheScore() {
        CreditFacts sound = sound();
        CreditDecision decision = POLICY.decide(new CreditFacts(
                TODAY, null, sound.payer(), sound.exposure(), sound.payments(), 0, null, sound.signals(), true));

        assertThat(decision.grade()).isEqualTo(CreditGrade.DECLINED);
        assertThat(decision.creditLimit()).isZero();
        assertThat(decision.score()).isNull();
        assertThat(decision.reasons()).containsExactly(CreditReason.INSOLVENT);
        assertThat(decision.measures()).containsExactly(CreditMeasure.DECLINE);
    }

    @Test
    void aHitOnAntiSocialForcesRefusesOnlyWhenAPersonConfirmedIt() {
        CreditDecision suspected = POLICY.decide(and(sound(), signal("a1", SignalKind.ANTI_SOCIAL, 1, null)));
        CreditDecision confirmed =
                POLICY.decide(and(sound(), signal("a1", SignalKind.ANTI_SOCIAL, 1, SignalVerdict.CONFIRMED)));
        CreditDecision dismissed =
                POLICY.decide(and(sound(), signal("a1", SignalKind.ANTI_SOCIAL, 1, SignalVerdict.DISMISSED)));

        assertThat(suspected.grade()).isEqualTo(CreditGrade.NORMAL);
        assertThat(suspected.onHold()).isTrue();
        assertThat(suspected.reasons()).contains(CreditReason.UNDER_REVIEW);
        assertThat(confirmed.grade()).isEqualTo(CreditGrade.DECLINED);
        assertThat(confirmed.reasons()).containsExactly(CreditReason.GENERAL_ASSESSMENT);
        assertThat(dismissed)
                .usingRecursiveComparison()
                .ignoringFields("inputs")
                .isEqualTo(POLICY.decide(sound()));
    }

    @Test
    void paymentTimingPromisesAndMethodsAreSignals() {
        Map<Method, Integer> transfers = Map.of(Method.TRANSFER, 12);
        CreditFacts prompt = sound().with(paid(12, 0, 0, 0, 0, 0, transfers));

        assertThat(points(prompt)).isEqualByComparingTo("35");
        assertThat(points(sound().with(paid(6, 6, 60, 0, 0, 0, transfers)))).isLessThan(points(prompt));
        assertThat(points(sound().with(paid(12, 0, 0, 1, 1, 0, transfers)))).isLessThan(points(prompt));
        assertThat(points(sound().with(paid(12, 0, 0, 0, 0, 0, Map.of(Method.TRANSFER, 8, Method.CASH, 4)))))
                .isLessThan(points(prompt));
        assertThat(points(new CreditFacts(
                        TODAY,
                        null,
                        prompt.payer(),
                        prompt.exposure(),
                        prompt.payments(),
                        0,
                        TODAY.minusDays(5),
                        prompt.signals(),
                        false)))
                .isEqualByComparingTo("28");
    }

    private static BigDecimal points(CreditFacts facts) {
        return POLICY.decide(facts).points().get(CreditPart.PAYMENTS);
    }

    @Test
    void unpaidHistoryKeepsFromTheBestGradeWhateverTheWeights() {
        CreditDecision decision =
                POLICY.decide(sound().with(paid(12, 0, 0, 0, 0, 1, Map.of())).with(List.of(score(Bureau.TDB, 90))));

        assertThat(decision.points().get(CreditPart.PAYMENTS)).isZero();
        assertThat(decision.grade()).isEqualTo(CreditGrade.REDUCED_LIMIT);
        assertThat(decision.reasons()).contains(CreditReason.UNPAID_HISTORY);
        assertThat(decision.alternatives()).contains("WRITTEN_OFF 1 -> 0: NORMAL, 4000000");
    }

    @Test
    void whatStaysUnpaidCostsMoreTheLongerItDoesAndIsToldApartFromWhatIsPaidLate() {
        BigDecimal paid = POLICY.decide(sound()).score();

        assertThat(POLICY.decide(overdue(sound(), 9)).score()).isEqualByComparingTo(paid);
        CreditDecision late = POLICY.decide(overdue(sound(), 10));
        assertThat(late.score()).isEqualByComparingTo(paid.subtract(yen(10)));
        assertThat(late.grade()).isEqualTo(CreditGrade.REDUCED_LIMIT);
        assertThat(late.reasons()).contains(CreditReason.OVERDUE, CreditReason.PAYS_ON_TIME);
        assertThat(late.inputs()).containsEntry("payments.overdueDays", "10");
        assertThat(late.alternatives()).contains("OVERDUE_DAYS 10 -> 0: NORMAL, 4000000");
        assertThat(POLICY.decide(overdue(sound(), 60)).score()).isEqualByComparingTo(paid.subtract(yen(60)));
        assertThat(POLICY.decide(overdue(newcomer(), 60)).grade())
                .as("also where too little was paid to say anything")
                .isNotEqualTo(POLICY.decide(newcomer()).grade());
    }

    @Test
    void dataThatDoNotAgreeCostPoints() {
        PayerData odd = new PayerData(sound().payer().foundedOn(), true, false, "gmail.com", yen(1), yen(1));
        CreditDecision decision =
                POLICY.decide(and(sound().with(odd), signal("r1", SignalKind.REGISTRY_MISMATCH, 1, null)));

        assertThat(decision.points().get(CreditPart.CONSISTENCY)).isZero();
        assertThat(decision.reasons()).contains(CreditReason.DATA_INCONSISTENT);
    }

    @Test
    void aScoreOfLongAgoSaysNothingAndOfSeveralTheNewestCounts() {
        KnownSignal old = new KnownSignal(
                "s0",
                SignalKind.BUREAU_SCORE,
                yen(90),
                Bureau.TDB,
                TODAY.minusMonths(12).minusDays(1),
                null);
        KnownSignal low = new KnownSignal("s1", SignalKind.BUREAU_SCORE, yen(20), Bureau.TDB, TODAY.minusDays(2), null);

        assertThat(POLICY.decide(sound().with(List.of(old))).points()).doesNotContainKey(CreditPart.BUREAU);
        assertThat(POLICY.decide(and(sound(), low)).points().get(CreditPart.BUREAU))
                .isZero();
        assertThat(POLICY.decide(and(sound(), low)).inputs()).containsEntry("bureau.signal", "s1");
    }

    @Test
    void aDecisionTellsTheLeastThatWouldHaveChangedIt() {
        CreditDecision decision = POLICY.decide(sound().with(List.of(score(Bureau.TDB, 30)))
                .with(paid(6, 6, 60))
                .requesting(yen(6_000_000)));

        assertThat(decision.grade()).isEqualTo(CreditGrade.SHORTER_TERMS);
        assertThat(decision.alternatives())
                .containsExactly(
                        "BUREAU_SCORE 30 -> 36: REDUCED_LIMIT, 5000000",
                        "ON_TIME 6 -> 8 of 12: REDUCED_LIMIT, 5000000");
        assertThat(POLICY.decide(sound().with(List.of(score(Bureau.TDB, 36))).with(paid(6, 6, 60)))
                        .grade())
                .isEqualTo(CreditGrade.REDUCED_LIMIT);
        assertThat(POLICY.decide(sound().requesting(yen(40_000_000))).alternatives())
                .containsExactly("REQUESTED_AMOUNT 40000000 -> 28900000: within the limit");
    }

    @Test
    void anEarlierRevisionDecidesAsItDidThen() {
        CreditPolicy first = POLICY.withRules("scorecard@1");
        CreditDecision then = first.decide(overdue(sound(), 60));
        assertThat(then.score()).isEqualByComparingTo(POLICY.decide(sound()).score());
        assertThat(then.inputs()).containsEntry("rules", "scorecard@1").doesNotContainKey("payments.overdueDays");
        assertThatThrownBy(() -> POLICY.withRules("scorecard@0")).isInstanceOf(UnknownRevisionException.class);
    }
}
