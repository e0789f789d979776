package io.seikyu.query.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.ClaimView.Kind;
import io.seikyu.query.claim.ClaimView.Move;
import io.seikyu.query.claim.Said;
import io.seikyu.query.claim.SampleClaim;
import io.seikyu.query.forecast.Forecast.Basis;
import io.seikyu.query.forecast.Forecast.Undated;
import io.seikyu.query.forecast.Weeks.Week;
import io.seikyu.query.plan.InstalmentPlanView;
import io.seikyu.query.plan.InstalmentPlanView.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForecastTest {
    /** A Wednesday: the first week ends on Wednesday 17 June. */
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);

    private final Habits habits = new Habits();
    private final Plans plans = new Plans();

    @Test
    void whatIsDueComesWhenTheUsualDelayIsOver() {
        settled("slow", 8, 12);

        Weeks weeks = forecast(
                claim("slow", LocalDate.of(2026, 6, 8), 1_000).view(),
                claim("new", LocalDate.of(2026, 6, 16), 500).view());

        // eight of 12 days weigh two thirds, and so does the client company's median: nobody else pays
        assertThat(weeks.rows().get(0).by()).isEmpty();
        assertThat(weeks.rows().get(1).by()).isEqualTo(Map.of(Basis.USUAL_DELAY, amount(1_000)));
        // the new payer is taken to be like the others
        assertThat(weeks.rows().get(2).by()).isEqualTo(Map.of(Basis.USUAL_DELAY, amount(500)));
        assertThat(weeks.rows())
                .extracting(Week::from)
                .startsWith(LocalDate.of(2026, 6, 11), LocalDate.of(2026, 6, 18));
        assertThat(weeks.rows().get(0).to()).isEqualTo(LocalDate.of(2026, 6, 17));
    }

    @Test
    void aPayersOwnDelayIsDrawnTowardsTheOthersWhileThereIsLittleOfIt() {
        settled("own", 4, 20);
        settled("others", 30, 0);

        Habit.Usual usual = habits.asOf(TODAY, null).of("acme", "own");

        assertThat(usual.weight()).isEqualTo(0.5);
        assertThat(usual.medianDaysLate()).isEqualByComparingTo("20");
        assertThat(usual.clientsMedian()).isEqualByComparingTo("0");
        assertThat(usual.days()).isEqualTo(10);
        assertThat(habits.asOf(TODAY, null).of("acme", "unknown").days()).isZero();
    }

    @Test
    void whoPaysEarlyIsExpectedEarly() {
        settled("early", 40, -10);

        Weeks weeks = forecast(claim("early", LocalDate.of(2026, 6, 22), 1_000).view());

        assertThat(weeks.expected(0)).isEqualByComparingTo("1000");
    }

    @Test
    void whatIsLaterThanUsualComesAsOthersDidWhoWereAsLate() {
        settled("payer", 20, 2);
        settled("payer", Habit.LEAST_BEYOND, 40);
        LocalDate due = TODAY.minusDays(30);

        Weeks weeks = forecast(claim("payer", due, 1_000).view());

        assertThat(weeks.rows().get(1).by()).isEqualTo(Map.of(Basis.LATER_THAN_USUAL, amount(1_000)));
        Weeks later = forecast(claim("payer", TODAY.minusDays(41), 1_000).view());
        assertThat(later.undated()).isEqualTo(Map.of(Undated.LATER_THAN_USUAL, amount(1_000)));
        assertThat(later.total()).isEqualByComparingTo("1000");
    }

    @Test
    void tooFewWhoWereAsLateSayNothing() {
        settled("payer", 20, 2);
        settled("payer", Habit.LEAST_BEYOND - 1, 40);

        Weeks weeks = forecast(claim("payer", TODAY.minusDays(30), 1_000).view());

        assertThat(weeks.undated()).isEqualTo(Map.of(Undated.LATER_THAN_USUAL, amount(1_000)));
    }

    @Test
    void aPromiseCountsOnItsDayWhileItWaits() {
        LocalDate due = TODAY.minusDays(3);
        Weeks weeks = forecast(
                claim("a", due, 1_000)
                        .promised(TODAY, LocalDate.of(2026, 6, 24), 600)
                        .view(),
                claim("b", due, 100)
                        .promised(TODAY.minusDays(5), TODAY.minusDays(1), 100)
                        .view(),
                claim("c", due, 10)
                        .promised(TODAY.minusDays(5), TODAY.plusDays(9), 10)
                        .promiseOver(TODAY.minusDays(5), TODAY)
                        .view());

        assertThat(weeks.rows().get(1).by()).isEqualTo(Map.of(Basis.PROMISE, amount(600)));
        assertThat(weeks.rows().get(0).by())
                .as("its day is over, and it is not known yet whether it was kept")
                .isEqualTo(Map.of(Basis.PROMISE, amount(100)));
        assertThat(weeks.undated()).isEqualTo(Map.of(Undated.LATER_THAN_USUAL, amount(410)));
    }

    @Test
    void aPlanComesOnItsDaysAndWhatWasMissedOnNone() {
        plans.add(plan(
                "kept",
                part(1, TODAY.minusDays(8), 300),
                part(2, TODAY.plusDays(1), 300),
                part(3, TODAY.plusDays(40), 400)));
        plans.add(plan("missed", part(1, TODAY.minusDays(8), 50), part(2, TODAY.plusDays(8), 50)));
        LocalDate due = TODAY.minusDays(60);

        Weeks weeks = forecast(
                claim("p", due, 500)
                        .planned(TODAY.minusDays(20), "kept")
                        .paid(TODAY.minusDays(8), 300)
                        .view(),
                claim("p", due, 500)
                        .planned(TODAY.minusDays(20), "kept")
                        .paid(TODAY.minusDays(2), 100)
                        .view(),
                claim("q", due, 100).planned(TODAY.minusDays(20), "missed").view());

        // 600 are open of two parts of 300 and 400: 100 of the first came before its day
        assertThat(weeks.rows().get(0).by()).isEqualTo(Map.of(Basis.PLAN, amount(200)));
        assertThat(weeks.rows().get(5).by()).isEqualTo(Map.of(Basis.PLAN, amount(400)));
        assertThat(weeks.rows().get(1).by()).isEqualTo(Map.of(Basis.PLAN, amount(50)));
        assertThat(weeks.undated()).isEqualTo(Map.of(Undated.MISSED_INSTALMENT, amount(50)));
    }

    @Test
    void whatIsDisputedAndWhatTheInsolventOweHasNoDay() {
        Forecast forecast = new Forecast(TODAY, null, 8, habits.asOf(TODAY, null), plans, Set.of("acme/bankrupt"));
        LocalDate due = TODAY.plusDays(2);
        forecast.add(claim("a", due, 1_000).disputed(TODAY, 300).view());
        forecast.add(claim("bankrupt", due, 50).view());
        forecast.add(claim("other", due, 7).view());

        assertThat(forecast.weeks().undated())
                .isEqualTo(Map.of(Undated.DISPUTED, amount(300), Undated.INSOLVENT, amount(50)));
        assertThat(forecast.weeks().expected(0)).isEqualByComparingTo("707");
        assertThat(forecast.weeks().total()).isEqualByComparingTo("1057");
    }

    @Test
    void moneyComesWhenBanksAreOpenAndBeyondTheLastWeekItIsLater() {
        // the first week ends on Sunday 21 June
        LocalDate origin = LocalDate.of(2026, 6, 14);
        Forecast forecast = new Forecast(origin, null, 2, habits.asOf(origin, null), plans, Set.of());
        forecast.add(claim("a", LocalDate.of(2026, 6, 21), 1_000).view());
        forecast.add(claim("a", LocalDate.of(2026, 7, 21), 30).view());

        assertThat(forecast.weeks().expected(0)).isZero();
        assertThat(forecast.weeks().expected(1)).isEqualByComparingTo("1000");
        assertThat(forecast.weeks().later()).isEqualByComparingTo("30");
    }

    @Test
    void whatWasKnownThenDecidesAForecastOfThen() {
        LocalDate then = TODAY.minusDays(7);
        ClaimView claim = claim("a", TODAY.plusDays(1), 1_000)
                .paid(then.minusDays(1), TODAY, 400)
                .promised(TODAY, TODAY.plusDays(20), 600)
                .view();
        Forecast forecast = new Forecast(
                then, BusinessDay.endOf(then), 8, habits.asOf(then, BusinessDay.endOf(then)), plans, Set.of());
        forecast.add(claim);

        assertThat(forecast.weeks().rows().get(1).by()).isEqualTo(Map.of(Basis.USUAL_DELAY, amount(1_000)));
    }

    @Test
    void aSettlementIsTheLastOneThatStands() {
        SampleClaim claim =
                claim("a", TODAY.minusDays(30), 1_000).paid(TODAY.minusDays(20), TODAY.minusDays(10), 1_000);
        ClaimView undone = claim.less(Kind.PAID, TODAY.minusDays(20), TODAY.minusDays(5), -1_000)
                .view();
        List<Settlement> both =
                Settlement.of(claim.paid(TODAY.minusDays(4), 1_000).view());
        Settlement first = both.get(0);

        assertThat(first.daysLate()).isEqualTo(10);
        assertThat(first.known()).isEqualTo(at(TODAY.minusDays(10)));
        assertThat(first.until()).isEqualTo(at(TODAY.minusDays(5)));
        assertThat(Settlement.of(undone)).containsExactly(first);
        assertThat(both.get(1).daysLate()).isEqualTo(26);
        assertThat(both.get(1).until()).isNull();
        assertThat(Settlement.of(claim("a", TODAY, 5)
                        .less(Kind.CREDITED, TODAY, TODAY, 5)
                        .view()))
                .isEmpty();
    }

    @Test
    void whatIsOpenAgainWasSettledAsLongAsThatWasKnown() {
        LocalDate due = TODAY.minusDays(30);
        habits.add(claim("a", due, 10)
                .paid(due.plusDays(9), 10)
                .less(Kind.PAID, due.plusDays(9), TODAY.minusDays(3), -10)
                .view());

        assertThat(habits.asOf(TODAY.minusDays(4), at(TODAY.minusDays(4))).days("acme", "b"))
                .isEqualTo(9);
        assertThat(habits.asOf(TODAY, at(TODAY.minusDays(3))).days("acme", "b")).isZero();
        assertThat(habits.asOf(TODAY, null).days("acme", "b")).isZero();
    }

    @Test
    void aDelayCountsFromWhenItIsKnown() {
        LocalDate due = TODAY.minusDays(30);
        habits.add(claim("a", due, 10)
                .paid(due.plusDays(5), TODAY.minusDays(1), 10)
                .view());

        assertThat(habits.asOf(TODAY, at(TODAY.minusDays(2))).days("acme", "b")).isZero();
        assertThat(habits.asOf(TODAY, at(TODAY)).days("acme", "b")).isEqualTo(5);
    }

    @Test
    void whatWasPaidBeforeItWasIssuedHereTellsTheDayOnWhichItWasPaid() {
        LocalDate due = TODAY.minusDays(40);
        LocalDate issued = TODAY.minusDays(1);
        ClaimView brought = SampleClaim.of("a", "i", issued, due, 10).view();
        List<Move> moves = new ArrayList<>(brought.moves());
        moves.add(new Move(Kind.PAID, issued, at(TODAY), amount(-10), "r", due.plusDays(2)));

        assertThat(Settlement.of(new ClaimView("acme", "i", "a", "N", issued, due, List.copyOf(moves), Said.NOTHING)))
                .extracting(Settlement::daysLate)
                .containsExactly(2L);
    }

    private Weeks forecast(ClaimView... claims) {
        Forecast forecast = new Forecast(TODAY, null, 8, habits.asOf(TODAY, null), plans, Set.of());
        List.of(claims).forEach(forecast::add);
        return forecast.weeks();
    }

    private void settled(String payer, int count, int daysLate) {
        for (int i = 0; i < count; i++) {
            LocalDate due = TODAY.minusDays(100L + i);
            habits.add(claim(payer, due, 10).paid(due.plusDays(daysLate), 10).view());
        }
    }

    private static SampleClaim claim(String payer, LocalDate due, long amount) {
        return SampleClaim.of(payer, payer + due, due.minusDays(90), due, amount);
    }

    private static InstalmentPlanView plan(String id, Part... parts) {
        return new InstalmentPlanView(
                id,
                "acme",
                "p",
                InstalmentPlanView.Status.AGREED,
                List.of(),
                TODAY,
                false,
                new ArrayList<>(List.of(parts)),
                null,
                TODAY,
                null);
    }

    private static Part part(int number, LocalDate due, long amount) {
        return new Part(number, due, amount(amount), null, null);
    }

    private static Instant at(LocalDate day) {
        return SampleClaim.known(day);
    }

    private static BigDecimal amount(long yen) {
        return BigDecimal.valueOf(yen);
    }
}
