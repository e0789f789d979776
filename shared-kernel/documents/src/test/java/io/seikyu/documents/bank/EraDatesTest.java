package io.seikyu.documents.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EraDatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @CsvSource({
        "070101, 2025-01-01",
        "010501, 2019-05-01",
        "310430, 2019-04-30",
        "640107, 1989-01-07",
        "081126, 2026-11-26",
        "010108, 1989-01-08",
        "080229, 1996-02-29",
        "020229, 2020-02-29"
    })
    void isTheNewestDayThatWas(String yymmdd, LocalDate day) {
        assertThat(EraDates.of(yymmdd, TODAY)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000101", "650108", "010107", "071301", "070230", "999999"})
    void isNoDayThatNeverWas(String yymmdd) {
        assertThat(EraDates.of(yymmdd, TODAY)).isEmpty();
    }

    @Test
    void aDayToComeIsOfAnEarlierEra() {
        assertThat(EraDates.of("081127", TODAY)).contains(LocalDate.of(1996, 11, 27));
    }
}
