package io.seikyu.query.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.PaymentHistory;
import io.seikyu.contract.account.PaymentHistory.Promise;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.query.account.PaymentView;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimView.Kind;
import io.seikyu.query.claim.ClaimView.Move;
import io.seikyu.query.claim.Said;
import io.seikyu.query.trend.PaymentTrends.Direction;
import io.seikyu.query.trend.PaymentTrends.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaymentTrendsTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY_31 = LocalDate.of(2026, 5, 31);

    @Test
    void aMonthTellsWhatWasBilledReceivedAndOpen() {
        PaymentTrends trends = trends();
        trends.add(claim("i1", "2026-04-10", "2026-05-31", 3_000, move(Kind.PAID, "2026-05-20", -1_000)));
        trends.add(claim("i2", "2026-05-01", "2026-05-30", 3_100));

        List<Row> rows = trends.answer().buckets();

        assertThat(rows).extracting(Row::from).containsExactly(APRIL, LocalDate.of(2026, 5, 1));
        assertThat(rows).extracting(Row::invoiced).map(BigDecimal::intValue).containsExactly(3_000, 3_100);
        assertThat(rows).extracting(Row::received).map(BigDecimal::intValue).containsExactly(0, 1_000);
        assertThat(rows).extracting(Row::open).map(BigDecimal::intValue).containsExactly(3_000, 5_100);
        // 5,100 ÷ 3,100 × 31
        assertThat(rows.get(1).dso()).isEqualByComparingTo("51.0");
        // (3,000 + 3,100 − 5,100) ÷ (3,000 + 3,100 − 2,000 that is due on the last day) × 100
        assertThat(rows.get(1).cei()).isEqualByComparingTo("24.4");
    }

    @Test
    void whatCannotBeSaidIsAbsent() {
        Row row = trends().answer().buckets().get(0);

        assertThat(row.dso()).isNull();
        assertThat(row.cei()).isNull();
        assertThat(row.onTimeRatio()).isNull();
        assertThat(row.medianDaysLate()).isNull();
        assertThat(row.promiseKeptRatio()).isNull();
        assertThat(trends().answer().trend()).isNull();
    }

    @Test
    void anInvoiceCountsInTheMonthOfItsLastPayment() {
        PaymentTrends trends = trends();
        trends.add(history(
                settled("i1", "2026-04-30", "2026-04-30", false),
                settled("i2", "2026-04-30", "2026-05-10", false),
                settled("i3", "2026-04-30", "2026-05-04", false),
                settled("i4", "2026-04-30", "2026-05-30", true)));

        List<Row> rows = trends.answer().buckets();

        assertThat(rows).extracting(Row::settledInvoices).containsExactly(1, 2);
        assertThat(rows.get(0).onTimeRatio()).isEqualTo(1);
        assertThat(rows.get(1).onTimeRatio()).isEqualTo(0);
        assertThat(rows.get(1).averageDaysLate()).isEqualByComparingTo("7");
        assertThat(rows.get(1).medianDaysLate()).isEqualByComparingTo("7");
        assertThat(rows.get(1).methods()).isEqualTo(Map.of(Method.TRANSFER, 3));
    }

    @Test
    void promisesCountOnTheDayThatWasPromised() {
        PaymentTrends trends = trends();
        trends.add(payer(new PaymentHistory(
                List.of(),
                List.of(
                        new Promise("i1", "p1", LocalDate.of(2026, 4, 2), true),
                        new Promise("i1", "p2", LocalDate.of(2026, 5, 2), true),
                        new Promise("i1", "p3", LocalDate.of(2026, 5, 3), false)),
                List.of())));

        assertThat(trends.answer().buckets()).extracting(Row::promiseKeptRatio).containsExactly(1.0, 0.5);
    }

    @Test
    void aPartPaymentsMethodCountsWhileTheRestIsOpen() {
        Claim part = new Claim(
                "i1",
                "c1",
                Stage.ISSUED,
                BigDecimal.TEN,
                MAY_31,
                null,
                List.of(new Payment("r-i2", APRIL, Method.TRANSFER), new Payment("r2", APRIL, Method.DEBIT)),
                false);
        PaymentTrends trends = trends();
        trends.add(new PaymentView(
                "acme",
                "a1",
                history(settled("i2", "2026-04-30", "2026-04-01", false)).history(),
                List.of(part)));

        Row april = trends.answer().buckets().get(0);
        assertThat(april.methods()).isEqualTo(Map.of(Method.TRANSFER, 1, Method.DEBIT, 1));
        assertThat(april.settledInvoices()).isEqualTo(1);
    }

    @Test
    void whatAnAccountHasForgottenIsSaid() {
        Claim[] claims = new Claim[PaymentHistory.SETTLED];
        for (int i = 0; i < claims.length; i++) {
            claims[i] = settled("i" + i, "2026-04-30", "2026-05-01", false);
        }
        PaymentTrends full = trends();
        full.add(history(claims));
        claims[0] = settled("first", "2026-04-30", "2026-04-30", false);
        PaymentTrends more = trends();
        more.add(history(claims));
        PaymentTrends promises = trends();
        promises.add(payer(new PaymentHistory(
                List.of(), Collections.nCopies(PaymentHistory.WORDS, new Promise("i", "p", MAY_31, true)), List.of())));

        assertThat(trends().answer().buckets()).extracting(Row::partial).containsExactly(false, false);
        assertThat(more.answer().buckets()).extracting(Row::partial).containsExactly(true, false);
        assertThat(full.answer().buckets()).extracting(Row::partial).containsExactly(true, true);
        assertThat(promises.answer().buckets()).extracting(Row::partial).containsExactly(true, true);
    }

    @Test
    void whoPaysLaterMonthByMonthGetsSlower() {
        LocalDate begin = LocalDate.of(2025, 6, 1);
        PaymentTrends trends = new PaymentTrends(Granularity.month.periods(begin, MAY_31), MAY_31.plusDays(1));
        List<Claim> claims = new ArrayList<>();
        for (int month = 0; month < 11; month++) {
            LocalDate due = begin.plusMonths(month);
            claims.add(settled(
                    "i" + month, due.toString(), due.plusDays(2L * month).toString(), false));
        }
        trends.add(history(claims.toArray(Claim[]::new)));

        assertThat(trends.answer().trend().direction()).isEqualTo(Direction.SLOWER);
        assertThat(trends.answer().trend().daysPerMonth().doubleValue()).isBetween(1.8, 2.1);
    }

    @Test
    void weeksBeginOnMondaysAndTheFirstAndLastAreCutShort() {
        assertThat(Granularity.week.periods(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 12)))
                .extracting(period -> period.from() + "/" + period.to())
                .containsExactly("2026-05-01/2026-05-03", "2026-05-04/2026-05-10", "2026-05-11/2026-05-12");
    }

    private static PaymentTrends trends() {
        return new PaymentTrends(Granularity.month.periods(APRIL, MAY_31), MAY_31.plusDays(1));
    }

    private static PaymentView history(Claim... claims) {
        return payer(new PaymentHistory(List.of(claims), List.of(), List.of()));
    }

    private static PaymentView payer(PaymentHistory history) {
        return new PaymentView("acme", "a1", history, List.of());
    }

    private static Claim settled(String invoice, String due, String paid, boolean ourError) {
        return new Claim(
                invoice,
                "c1",
                Stage.SETTLED,
                BigDecimal.ZERO,
                LocalDate.parse(due),
                null,
                List.of(new Payment("r-" + invoice, LocalDate.parse(paid), Method.TRANSFER)),
                ourError);
    }

    private static ClaimView claim(String invoice, String issued, String due, int amount, Move... moves) {
        List<Move> all = new ArrayList<>(List.of(move(Kind.ISSUED, issued, amount)));
        all.addAll(List.of(moves));
        return new ClaimView(
                "acme",
                invoice,
                "a1",
                "N-" + invoice,
                LocalDate.parse(issued),
                LocalDate.parse(due),
                List.copyOf(all),
                Said.NOTHING);
    }

    private static Move move(Kind kind, String day, int amount) {
        return new Move(
                kind, LocalDate.parse(day), Instant.EPOCH, BigDecimal.valueOf(amount), null, LocalDate.parse(day));
    }
}
