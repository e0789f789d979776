package io.seikyu.query.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.PaymentHistory;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.projection.Dated;
import io.seikyu.query.Samples;
import io.seikyu.query.account.AccountAnswer;
import io.seikyu.query.account.AccountView;
import io.seikyu.query.account.Credit;
import io.seikyu.query.account.Credit.Insolvency;
import io.seikyu.query.account.Dealings;
import io.seikyu.query.account.PaymentView;
import io.seikyu.query.claim.ClaimView.Kind;
import io.seikyu.query.claim.SampleClaim;
import io.seikyu.query.opportunity.Opportunities.Answer;
import io.seikyu.query.opportunity.Opportunities.Growing;
import io.seikyu.query.opportunity.Opportunities.NearLimit;
import io.seikyu.query.opportunity.Opportunities.Prompt;
import io.seikyu.web.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpportunitiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);
    private static final int[] RISING = {10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21};

    private Opportunities opportunities = new Opportunities(TODAY, Thresholds.USUAL);

    @Test
    void whoPaysNineInTenOnTimeAndNeverVeryLateIsPrompt() {
        payer("prompt", null, 0, false, false);
        paid("prompt", 0, 0, 0, 0, 0, 0, 0, 0, 0, 3);
        payer("late", null, 0, false, false);
        paid("late", 0, 0, 0, 0, 0, 0, 0, 0, 2, 2);
        payer("once-very-late", null, 0, false, false);
        paid("once-very-late", 0, 0, 0, 0, 0, 0, 0, 0, 0, 4);
        payer("new", null, 0, false, false);
        paid("new", 0, 0, 0);
        payer("held", null, 0, true, false);
        paid("held", 0, 0, 0, 0);
        payer("insolvent", null, 0, false, true);
        paid("insolvent", 0, 0, 0, 0);

        List<Prompt> prompt = answer().prompt().items();

        assertThat(prompt).extracting(it -> it.payer().accountId()).containsExactly("prompt");
        assertThat(prompt.get(0).onTime().count()).isEqualTo(9);
        assertThat(prompt.get(0).onTime().of()).isEqualTo(10);
        assertThat(prompt.get(0).onTime().ratio()).as("of ten").isNull();
        assertThat(prompt.get(0).averageDelay()).isEqualByComparingTo("3");
    }

    @Test
    void whoIsBilledMoreFromMonthToMonthGrows() {
        payer("grows", null, 0, false, false);
        billed("grows", RISING);
        payer("jumps", null, 0, false, false);
        billed("jumps", 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 90);
        payer("creeps", null, 0, false, false);
        billed("creeps", 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111);
        payer("begins", null, 0, false, false);
        billed("begins", 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8);

        Growing growing = only(answer().growing().items());

        assertThat(growing.payer().accountId()).isEqualTo("grows");
        assertThat(growing.earlier()).isEqualByComparingTo("75");
        assertThat(growing.later()).isEqualByComparingTo("111");
        assertThat(growing.growth()).isEqualTo(0.48);
        assertThat(growing.months()).hasSize(12).first().isEqualTo(BigDecimal.TEN);
    }

    @Test
    void theMonthThatRunsDoesNotCountAndNorDoesWhatWasCancelled() {
        payer("grows", null, 0, false, false);
        billed("grows", RISING);
        opportunities.add(SampleClaim.of("grows", "now", TODAY, TODAY, 1_000).view());
        opportunities.add(SampleClaim.of("grows", "void", TODAY.minusMonths(2), TODAY, 500)
                .less(Kind.CANCELLED, TODAY, TODAY, 500)
                .view());

        assertThat(only(answer().growing().items()).later()).isEqualByComparingTo("111");
    }

    @Test
    void whoUsesFourFifthsOfTheLimitIsNearIt() {
        payer("near", 100L, 80, false, false);
        payer("over", 100L, 120, false, false);
        payer("far", 100L, 79, false, false);
        payer("unscreened", null, 80, false, false);
        payer("insolvent", 100L, 99, false, true);
        paid("near", 0, 0, 0, 0);

        List<NearLimit> near = answer().nearLimit().items();

        assertThat(near).extracting(it -> it.payer().accountId()).containsExactly("over", "near");
        assertThat(near.get(1).used()).isEqualTo(0.8);
        assertThat(near).extracting(NearLimit::prompt).containsExactly(false, true);
    }

    @Test
    void otherThresholdsFindOthersAndAreSaid() {
        Thresholds others = new Thresholds(3, 0.6, new BigDecimal("2"), 6, 0.48, 0.79);
        opportunities = new Opportunities(TODAY, others);
        payer("three", 100L, 79, false, false);
        paid("three", 0, 0, 2);
        payer("two", 100L, 78, false, false);
        paid("two", 0, 0);
        payer("less-often", null, 0, false, false);
        paid("less-often", 0, 1, 1);
        payer("later", null, 0, false, false);
        paid("later", 0, 0, 3);
        payer("grows", null, 0, false, false);
        billed("grows", RISING);
        payer("seldom", null, 0, false, false);
        billed("seldom", 0, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 41);

        Answer answer = answer();

        assertThat(answer.thresholds()).isEqualTo(others);
        assertThat(only(answer.prompt().items()).payer().accountId()).isEqualTo("three");
        assertThat(only(answer.growing().items()).payer().accountId()).isEqualTo("grows");
        assertThat(only(answer.nearLimit().items()).payer().accountId()).isEqualTo("three");

        Thresholds more = new Thresholds(3, 0.6, new BigDecimal("2"), 6, 0.481, 0.79);
        opportunities = new Opportunities(TODAY, more);
        payer("grows", null, 0, false, false);
        billed("grows", RISING);
        assertThat(answer().growing().items()).isEmpty();
    }

    @Test
    void whatIsNotAskedForIsAsUsual() {
        Thresholds.Checked checked = new Thresholds.Asked(null, null, null, null, null, null, "1.05").checked();
        Thresholds usual = Thresholds.USUAL;
        assertThat(checked.limit()).isEqualTo(50);
        assertThat(checked.thresholds())
                .isEqualTo(new Thresholds(
                        usual.minSettled(),
                        usual.minOnTime(),
                        usual.maxAverageDelay(),
                        usual.minInvoices(),
                        usual.minGrowth(),
                        1.05));
    }

    @Test
    void whatCannotBeUsedIsToldAtOnce() {
        Thresholds.Asked asked = new Thresholds.Asked("501", "0", "1.01", "soon", "3.5", "-1", "1e9");
        assertThatThrownBy(asked::checked).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.faults())
                    .extracting(fault -> fault.pointer() + " " + fault.code())
                    .containsExactly(
                            "/limit out-of-range",
                            "/minSettled out-of-range",
                            "/minOnTime out-of-range",
                            "/maxAverageDelay wrong-type",
                            "/minInvoices wrong-type",
                            "/minGrowth wrong-type",
                            "/minUsed wrong-type");
        });
    }

    @Test
    void whatIsNotShownIsCounted() {
        payer("a", 100L, 90, false, false);
        payer("b", 100L, 95, false, false);

        Answer answer = opportunities.answer(1);

        assertThat(answer.nearLimit().count()).isEqualTo(2);
        assertThat(only(answer.nearLimit().items()).payer().accountId()).isEqualTo("b");
        assertThat(answer.clientIds()).containsExactly("acme");
    }

    private Answer answer() {
        return opportunities.answer(50);
    }

    private static <T> T only(List<T> items) {
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private void payer(String id, @Nullable Long limit, long unpaid, boolean held, boolean insolvent) {
        Credit credit = new Credit(
                limit == null ? null : CreditGrade.NORMAL,
                limit == null ? null : BigDecimal.valueOf(limit),
                List.of(),
                null,
                null,
                held,
                null,
                insolvent ? List.of(new Insolvency(Instant.EPOCH, null)) : List.of(),
                BigDecimal.valueOf(unpaid),
                BigDecimal.ZERO,
                List.of());
        AccountView view = new AccountView(
                "acme",
                id,
                List.of(new Dated<>(null, Instant.EPOCH, "key", null, Samples.accountDetails(id))),
                credit,
                new Dealings(List.of(), null));
        opportunities.add(AccountAnswer.row(view, TODAY));
    }

    private void paid(String payer, int... daysLate) {
        List<Claim> settled = new ArrayList<>();
        for (int i = 0; i < daysLate.length; i++) {
            LocalDate due = TODAY.minusDays(20L + i);
            settled.add(new Claim(
                    payer + i,
                    "c1",
                    Stage.SETTLED,
                    BigDecimal.ZERO,
                    due,
                    due.minusDays(20),
                    List.of(new Payment("r" + i, due.plusDays(daysLate[i]), Method.TRANSFER)),
                    false));
        }
        opportunities.add(new PaymentView("acme", payer, new PaymentHistory(settled, List.of(), List.of()), List.of()));
    }

    /** In the twelve months before this one. */
    private void billed(String payer, int... amounts) {
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i] > 0) {
                LocalDate issued = opportunities.firstMonth().plusMonths(i).atDay(10);
                opportunities.add(SampleClaim.of(payer, payer + i, issued, issued.plusDays(30), amounts[i])
                        .view());
            }
        }
    }
}
