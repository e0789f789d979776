package io.seikyu.command.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.calendar.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Days are those of Japan, wherever the program runs (Kill Bill #445, Invoice Ninja #792). 2026-01-30 is a Friday, so R1
 * is due on Tuesday, 2026-02-03.
 */
@ParameterizedClass
@ValueSource(strings = {"UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"})
class TurnOfTheDayTest {
    private final TimeZone usual = TimeZone.getDefault();
    private final Payer payer = new Payer();
    private final String zone;

    TurnOfTheDayTest(String zone) {
        this.zone = zone;
    }

    @BeforeEach
    void runThere() {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
    }

    @AfterEach
    void goHome() {
        TimeZone.setDefault(usual);
    }

    @Test
    void aStepIsDueFromTheOpeningOfItsDayInJapanToTheClosing() {
        payer.owes("a", "2026-01-30");
        Instant opening = Instant.parse("2026-02-03T00:00:00Z");

        for (String before : new String[] {"2026-02-02T14:59:59Z", "2026-02-02T15:00:00Z", "2026-02-02T23:59:59Z"}) {
            assertThat(payer.at(Instant.parse(before)).contact()).as(before).isEmpty();
            assertThat(payer.at(Instant.parse(before)).lookAgain()).as(before).isEqualTo(opening);
        }
        assertThat(payer.at(opening).contact()).isPresent();
        assertThat(payer.at(Instant.parse("2026-02-03T08:59:59Z")).contact()).isPresent();
        assertThat(payer.at(Instant.parse("2026-02-03T09:00:00Z")).contact()).isEmpty();
        assertThat(payer.at(Instant.parse("2026-02-03T09:00:00Z")).lookAgain())
                .isEqualTo(Instant.parse("2026-02-04T00:00:00Z"));
    }

    @Test
    void twoMomentsOfOneDayInJapanAreOneDay() {
        payer.owes("a", "2026-01-30");
        payer.contacted(Instant.parse("2026-02-03T00:00:00Z"));

        DunningDecision evening = payer.at(Instant.parse("2026-02-03T08:30:00Z"));

        assertThat(evening.contact()).isEmpty();
        assertThat(evening.lookAgain()).isEqualTo(Instant.parse("2026-02-04T00:00:00Z"));
        assertThat(payer.at(evening.lookAgain()).contact()).isPresent();
    }

    @Test
    void theLastSecondOfADayAndTheFirstOfTheNextAreTwo() {
        assertThat(BusinessDay.of(Instant.parse("2026-12-31T14:59:59Z"))).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(BusinessDay.of(Instant.parse("2026-12-31T15:00:00Z"))).isEqualTo(LocalDate.of(2027, 1, 1));
    }
}
