package io.seikyu.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepingPeriodTest {
    @ParameterizedTest(name = "{0} for {1} years: {2}")
    @CsvSource({
        // the business year begins on that day at the latest, and its return is due two months after its end
        "2026-04-01, 7, 2034-05-31",
        "2026-03-31, 7, 2034-05-30",
        "2026-04-01, 10, 2037-05-31",
        "2026-01-01, 7, 2034-02-28",
        "2028-02-29, 7, 2036-04-30"
    })
    void aRecordIsKeptFromWhenTheReturnOfItsYearIsDue(LocalDate day, int years, LocalDate last) {
        assertThat(KeepingPeriod.ofLaw(years).lastDayOf(day)).isEqualTo(last);
    }

    @Test
    void noLawKnowsAnotherNumberOfYears() {
        assertThatThrownBy(() -> KeepingPeriod.ofLaw(5)).isInstanceOf(IllegalArgumentException.class);
    }
}
