package io.seikyu.query.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.query.account.Insolvencies;
import io.seikyu.query.account.SampleInsolvencies;
import io.seikyu.query.claim.ClaimView;
import io.seikyu.query.claim.SampleClaim;
import io.seikyu.query.forecast.Hindsight.Accuracy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HindsightTest {
    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);

    private final Habits habits = new Habits();

    @Test
    void eachForecastOfTheLastTwelveWeeksIsHeldAgainstWhatCame() {
        // due a week and a day ago, paid on the day: expected for the first week by the forecast of two weeks ago
        ClaimView onTime = claim("a", TODAY.minusDays(8), TODAY.minusDays(15))
                .paid(TODAY.minusDays(8), 1_000)
                .view();

        List<Accuracy> accuracy = hindsight(null, onTime);

        Accuracy first = accuracy.get(0);
        assertThat(first.weeksAhead()).isEqualTo(1);
        assertThat(first.forecasts())
                .as("it was open at one end of a week only")
                .isEqualTo(1);
        assertThat(first.received()).isEqualByComparingTo("1000");
        assertThat(first.meanAbsoluteError()).isZero();
        assertThat(first.bias()).isZero();
        assertThat(accuracy).hasSize(4);
        assertThat(accuracy.get(1).forecasts()).isEqualTo(1);
        assertThat(accuracy.get(2).forecasts()).as("that week is not over").isZero();
        assertThat(accuracy.get(2).meanAbsoluteError()).isNull();
    }

    @Test
    void whatComesAWeekLateIsAnErrorOfBothWeeks() {
        ClaimView late = claim("a", TODAY.minusDays(15), TODAY.minusDays(22))
                .paid(TODAY.minusDays(8), 1_000)
                .view();

        List<Accuracy> accuracy = hindsight(null, late);

        // three weeks ago: expected 1,000 and nothing came; two weeks ago: nothing dated, and 1,000 came
        assertThat(accuracy.get(0).forecasts()).isEqualTo(2);
        assertThat(accuracy.get(0).meanAbsoluteError()).isEqualByComparingTo("1000");
        assertThat(accuracy.get(0).bias()).isZero();
        assertThat(accuracy.get(0).received()).isEqualByComparingTo("500");
        assertThat(accuracy.get(1).bias()).as("nothing was expected for later").isEqualByComparingTo("-500");
    }

    @Test
    void anUsualDelayThatWasKnownMakesItBetterThanDueDates() {
        for (int i = 0; i < 40; i++) {
            LocalDate due = TODAY.minusDays(150 + i);
            habits.add(claim("a", due, due.minusDays(30))
                    .paid(due.plusDays(14), 1_000)
                    .view());
        }
        ClaimView usual = claim("a", TODAY.minusDays(20), TODAY.minusDays(22))
                .paid(TODAY.minusDays(6), 1_000)
                .view();

        Accuracy third = hindsight(null, usual).get(2);

        assertThat(third.forecasts()).isEqualTo(1);
        assertThat(third.meanAbsoluteError()).isZero();
        assertThat(third.meanAbsoluteErrorByDueDates()).isEqualByComparingTo("1000");
    }

    @Test
    void whatWasBilledLaterIsNoFaultOfAForecast() {
        ClaimView before = claim("a", TODAY.plusDays(60), TODAY.minusDays(60)).view();
        ClaimView later = claim("b", TODAY.minusDays(5), TODAY.minusDays(6))
                .paid(TODAY.minusDays(5), 1_000)
                .view();

        Accuracy first = hindsight(null, before, later).get(0);

        assertThat(first.forecasts()).isEqualTo(8);
        assertThat(first.received()).isZero();
        assertThat(first.meanAbsoluteError()).isZero();
    }

    @Test
    void whatBecameKnownLaterIsNotHeldAgainstItThen() {
        ClaimView told = claim("a", TODAY.minusDays(8), TODAY.minusDays(15))
                .paid(TODAY.minusDays(8), TODAY.plusDays(3), 1_000)
                .view();

        Accuracy asKnownToday = hindsight(SampleClaim.known(TODAY), told).get(0);

        assertThat(asKnownToday.received()).isZero();
        assertThat(asKnownToday.bias()).isPositive();
    }

    @Test
    void anInsolvencyThatIsRecordedLaterIsNotForeseen() {
        ClaimView onTime = claim("a", TODAY.minusDays(8), TODAY.minusDays(15))
                .paid(TODAY.minusDays(8), 1_000)
                .view();
        Instant yesterday = SampleClaim.known(TODAY.minusDays(1));
        Instant before = SampleClaim.known(TODAY.minusDays(30));

        assertThat(hindsight(null, SampleInsolvencies.of("acme/a", yesterday, null), onTime)
                        .get(0)
                        .meanAbsoluteError())
                .isZero();
        assertThat(hindsight(null, SampleInsolvencies.of("acme/a", before, yesterday), onTime)
                        .get(0)
                        .meanAbsoluteError())
                .as("it was known then, though it is lifted now")
                .isEqualByComparingTo("1000");
    }

    private List<Accuracy> hindsight(@Nullable Instant knownAt, ClaimView... claims) {
        return hindsight(knownAt, SampleInsolvencies.NONE, claims);
    }

    private List<Accuracy> hindsight(@Nullable Instant knownAt, Insolvencies insolvencies, ClaimView... claims) {
        Hindsight hindsight = new Hindsight(TODAY, knownAt, habits, new Plans(), insolvencies);
        List.of(claims).forEach(hindsight::add);
        return hindsight.accuracy();
    }

    private static SampleClaim claim(String payer, LocalDate due, LocalDate issued) {
        return SampleClaim.of(payer, payer + due, issued, due, 1_000);
    }
}
