package io.seikyu.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatedTest {
    private static final Recorded RECORDED = new Recorded("acme/account/a1", 7, null, Map.of("actor", "key-1"));
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Test
    void theFirstVersionHoldsUntilTheDayOnWhichTheNextOneDoes() {
        List<Dated<String>> versions = Dated.and(Dated.first("old", RECORDED), MAY, "moved", "new", RECORDED);

        assertThat(Dated.on(MAY.minusDays(1), versions)).isEqualTo("old");
        assertThat(Dated.on(MAY, versions)).isEqualTo("new");
    }

    @Test
    void ofTwoForTheSameDayTheLaterRecordedHolds() {
        List<Dated<String>> once = Dated.and(Dated.first("old", RECORDED), MAY, "moved", "wrong", RECORDED);
        List<Dated<String>> twice = Dated.and(once, MAY, "typing error", "right", RECORDED);

        assertThat(Dated.on(MAY, twice)).isEqualTo("right");
        assertThat(twice).extracting(Dated::reason).containsExactly(null, "moved", "typing error");
    }

    @Test
    void aVersionOfAnEarlierDayDoesNotHideOneOfALaterDay() {
        List<Dated<String>> later =
                Dated.and(Dated.first("old", RECORDED), MAY.plusMonths(1), "planned", "june", RECORDED);
        List<Dated<String>> both = Dated.and(later, MAY, "in between", "may", RECORDED);

        assertThat(Dated.on(MAY, both)).isEqualTo("may");
        assertThat(Dated.on(MAY.plusMonths(1), both)).isEqualTo("june");
    }
}
