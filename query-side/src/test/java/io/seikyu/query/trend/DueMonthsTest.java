package io.seikyu.query.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.PaymentHistory;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.query.account.PaymentView;
import io.seikyu.query.claim.SampleClaim;
import io.seikyu.query.trend.PaymentTrends.Direction;
import io.seikyu.query.trend.PaymentTrends.Trend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/** Where 200 payers move whose invoices are all due at the ends of twelve months. */
class DueMonthsTest {
    private static final int PAYERS = 200;
    private static final int MONTHS = 12;
    private static final YearMonth FIRST = YearMonth.of(2025, 6);
    /** The newest invoices are due on 31 May. */
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 20);

    private static final int GIVEN_UP = -1;
    private static final int OPEN = 1_000;

    @Test
    void manyPayersWhoPayTwoDaysLaterEachMonthGetSlower() {
        Trend trend = trend((payer, month) -> payer % 31 + 2 * month);

        assertThat(trend.direction()).isEqualTo(Direction.SLOWER);
        assertThat(trend.daysPerMonth().doubleValue()).isBetween(1.9, 2.1);
        assertThat(trend.dueMonths()).as("half of May is not paid yet").isEqualTo(MONTHS - 1);
        assertThat(trend.invoices()).isEqualTo(PAYERS * (MONTHS - 1));
    }

    /** One payer with 120 invoices due at the end of each of eight months: of the newest 120 no slope can be told. */
    @Test
    void onePayersInvoicesThatAreAllDueOnOneDayAreNoObstacle() {
        PaymentTrends trends = trends();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 120 * 8; i++) {
            LocalDate due = FIRST.plusMonths(i % 8).atEndOfMonth();
            claims.add(settled("i" + i, due, due.plusDays(3L * (i % 8))));
        }
        trends.add(payer("one", claims));

        Trend trend = trends.answer().trend();
        assertThat(trend.direction()).isEqualTo(Direction.SLOWER);
        assertThat(trend.dueMonths()).isEqualTo(8);
    }

    @Test
    void halfSettledNewestMonthIsNoTrend() {
        Trend trend = trend((payer, month) -> payer % 40);

        assertThat(trend.direction()).isEqualTo(Direction.UNSURE);
        assertThat(trend.daysPerMonth()).isZero();
        assertThat(trend.dueMonths()).as("half of May is paid, the prompt half").isEqualTo(MONTHS);
    }

    /** Payments up to 199 days after the due date: of the newest seven months those who are slow have not paid yet. */
    @Test
    void theSlowWhoHaveNotPaidYetDoNotMakeItFaster() {
        Trend trend = trend((payer, month) -> payer);

        assertThat(trend.direction()).isEqualTo(Direction.UNSURE);
        assertThat(trend.daysPerMonth()).isZero();
        assertThat(trend.dueMonths()).as("in March the hundredth has not paid").isEqualTo(MONTHS - 3);
    }

    /** Of ten payers four never pay: what they owe is given up in the first half of the year, and open in the other. */
    @Test
    void whatIsGivenUpWasNeverPaid() {
        Trend trend = trend((payer, month) -> payer % 10 < 6 ? payer % 10 : month < 6 ? GIVEN_UP : OPEN);

        assertThat(trend.daysPerMonth()).isZero();
        assertThat(trend.invoices()).isEqualTo(PAYERS * MONTHS);
    }

    @Test
    void aMonthThatIsNotOverSaysNothing() {
        PaymentTrends trends = trends();
        fill(trends, (payer, month) -> 0);
        trends.add(payer("early", List.of(settled("early", TODAY.minusDays(1), TODAY.minusDays(5)))));

        assertThat(trends.answer().trend().dueMonths()).isEqualTo(MONTHS);
    }

    /** Of what was due before, only what was paid latest is left. */
    @Test
    void whereAPayersMemoryBeginsItSaysNothing() {
        PaymentTrends trends = trends();
        fill(trends, (payer, month) -> 5);
        LocalDate first = FIRST.atEndOfMonth();
        LocalDate after = FIRST.plusMonths(4).atEndOfMonth();
        List<Claim> remembered = new ArrayList<>(List.of(settled("late", first, first.plusDays(80))));
        for (int i = 1; i < PaymentHistory.SETTLED; i++) {
            remembered.add(settled("m" + i, after, after));
        }
        trends.add(payer("big", remembered));

        assertThat(trends.answer().trend().invoices()).isEqualTo(PAYERS * MONTHS + PaymentHistory.SETTLED - 1);
    }

    private static Trend trend(IntBinaryOperator daysLate) {
        PaymentTrends trends = trends();
        fill(trends, daysLate);
        return trends.answer().trend();
    }

    private static PaymentTrends trends() {
        return new PaymentTrends(Granularity.month.periods(FIRST.atDay(1), TODAY), TODAY);
    }

    /** What is not paid by today is open. */
    private static void fill(PaymentTrends trends, IntBinaryOperator daysLate) {
        for (int payer = 0; payer < PAYERS; payer++) {
            List<Claim> claims = new ArrayList<>();
            for (int month = 0; month < MONTHS; month++) {
                String invoice = "i" + payer + "-" + month;
                LocalDate due = FIRST.plusMonths(month).atEndOfMonth();
                int late = daysLate.applyAsInt(payer, month);
                if (late == GIVEN_UP) {
                    claims.add(claim(invoice, due, Stage.WRITTEN_OFF, List.of()));
                } else if (due.plusDays(late).isAfter(TODAY)) {
                    trends.add(SampleClaim.of("p" + payer, invoice, due.minusDays(30), due, 1_000)
                            .view());
                } else {
                    claims.add(settled(invoice, due, due.plusDays(late)));
                }
            }
            trends.add(payer("p" + payer, claims));
        }
    }

    private static PaymentView payer(String id, List<Claim> claims) {
        return new PaymentView("acme", id, new PaymentHistory(List.copyOf(claims), List.of(), List.of()), List.of());
    }

    private static Claim settled(String invoice, LocalDate due, LocalDate paid) {
        return claim(invoice, due, Stage.SETTLED, List.of(new Payment("r-" + invoice, paid, Method.TRANSFER)));
    }

    private static Claim claim(String invoice, LocalDate due, Stage stage, List<Payment> payments) {
        return new Claim(invoice, "c1", stage, BigDecimal.ZERO, due, null, payments, false);
    }
}
