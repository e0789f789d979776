package io.seikyu.contract.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seikyu.contract.dated.DatedDataMissingException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates of consumption tax, and since when. */
class TaxRatesTest {
    @ParameterizedTest(name = "{1} on {0}: {2} %")
    @CsvSource({
        "1989-04-01, STANDARD, 3",
        "1997-03-31, STANDARD, 3",
        "1997-04-01, STANDARD, 5",
        "2014-03-31, STANDARD, 5",
        "2014-04-01, STANDARD, 8",
        "2019-09-30, STANDARD, 8",
        "2019-10-01, STANDARD, 10",
        "2026-11-22, STANDARD, 10",
        "2019-10-01, REDUCED, 8",
        "2026-11-22, REDUCED, 8",
        "2026-11-22, EXEMPT, 0",
        "2026-11-22, ZERO, 0",
        "2026-11-22, OUT_OF_SCOPE, 0",
    })
    void theRateIsThatOfTheDay(LocalDate day, TaxCategory category, String percent) {
        assertThat(TaxRates.japan().on(day, category)).isEqualTo(TaxRate.percent(percent));
    }

    @ParameterizedTest
    @CsvSource({"1989-03-31, STANDARD", "2019-09-30, REDUCED"})
    void aDayBeforeTheFirstRateIsRefused(LocalDate day, TaxCategory category) {
        assertThatExceptionOfType(DatedDataMissingException.class)
                .isThrownBy(() -> TaxRates.japan().on(day, category))
                .withMessageContaining(day.toString())
                .withMessageContaining(category.name());
    }

    @Test
    void aCategoryWithoutAnyRateIsRefused() {
        TaxRates rates = TaxRates.of(List.of(List.of("2019-10-01", "STANDARD", "10")));
        assertThatExceptionOfType(DatedDataMissingException.class)
                .isThrownBy(() -> rates.on(LocalDate.of(2026, 1, 1), TaxCategory.REDUCED));
    }

    @Test
    void aRateToComeIsOneMoreRow() {
        TaxRates rates = TaxRates.of(
                List.of(List.of("2019-10-01", "STANDARD", "10"), List.of("2030-04-01", "STANDARD", "12.5")));
        assertThat(rates.on(LocalDate.of(2030, 3, 31), TaxCategory.STANDARD)).isEqualTo(TaxRate.percent("10"));
        assertThat(rates.on(LocalDate.of(2030, 4, 1), TaxCategory.STANDARD)).isEqualTo(TaxRate.percent("12.50"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.01", "0.00001", "1E+9"})
    void aRateIsZeroToAHundredPercent(String percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> TaxRate.percent(percent));
    }
}
