package io.seikyu.contract.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seikyu.contract.calendar.PaymentTerms.Shift;
import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.dated.DatedTable;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When banks are open, and as far as anybody knows. */
class BankCalendarTest {
    private static final BankCalendar JAPAN = BankCalendar.japan();

    @ParameterizedTest
    @CsvSource({
        "2024, 01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23"
                + " 10-14 11-03 11-04 11-23",
        "2025, 01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03"
                + " 11-23 11-24",
        "2026, 01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03"
                + " 11-23",
        "2027, 01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23"
    })
    void inAYearTheClosedWeekdaysAreItsHolidaysAndTheTurnOfTheYear(int year, String holidays) {
        List<LocalDate> expected = Stream.concat(
                        Arrays.stream(holidays.split(" ")), Stream.of("01-02", "01-03", "12-31"))
                .map(day -> LocalDate.parse(year + "-" + day))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .sorted()
                .toList();
        List<LocalDate> closedWeekdays = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .filter(day -> !JAPAN.isBankingDay(day))
                .toList();
        assertThat(closedWeekdays).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2026-11-22", "2026-12-31", "2027-01-02", "2027-01-03"})
    void weekendsAndTheTurnOfTheYearAreClosed(LocalDate day) {
        assertThat(JAPAN.isBankingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-30", "2027-01-04", "2026-11-24", "2026-05-07"})
    void otherDaysAreOpen(LocalDate day) {
        assertThat(JAPAN.isBankingDay(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-12-31", "2028-01-01", "2028-06-03"})
    void aYearThatNobodyLoadedIsRefusedAndTheMessageSaysWhatToLoad(LocalDate day) {
        assertThatExceptionOfType(DatedDataMissingException.class)
                .isThrownBy(() -> JAPAN.isBankingDay(day))
                .withMessageContaining(day.toString())
                .withMessageContaining("load the Cabinet Office's table")
                .satisfies(e -> assertThat(e.day()).isEqualTo(day));
    }

    @Test
    void aShiftOverTheHorizonIsRefusedToo() {
        LocalDate lastDay = LocalDate.of(2027, 12, 31);
        assertThat(JAPAN.horizon()).isEqualTo(lastDay);
        assertThat(JAPAN.shifted(lastDay, Shift.PREVIOUS)).isEqualTo(LocalDate.of(2027, 12, 30));
        assertThatExceptionOfType(DatedDataMissingException.class).isThrownBy(() -> JAPAN.shifted(lastDay, Shift.NEXT));
    }

    @Test
    void anOperatorLoadsALaterYearAsTheCabinetOfficePublishesIt() throws Exception {
        BankCalendar extended = JAPAN.withHolidays(
                new StringReader("国民の祝日・休日月日,国民の祝日・休日名称\r\n2028/1/1,元日\r\n2028/1/10,成人の日\r\n2028-11-23,勤労感謝の日\r\n"));
        assertThat(extended.isBankingDay(LocalDate.of(2028, 1, 10))).isFalse();
        assertThat(extended.isBankingDay(LocalDate.of(2028, 1, 11))).isTrue();
        assertThat(extended.isBankingDay(LocalDate.of(2027, 11, 3))).isFalse();
        assertThat(extended.horizon()).isEqualTo(LocalDate.of(2028, 12, 31));
        assertThat(JAPAN.horizon()).isEqualTo(LocalDate.of(2027, 12, 31));
    }

    @Test
    void theCharsetOfThePublishedTableDoesNotMatter() throws Exception {
        byte[] published =
                "国民の祝日・休日月日,国民の祝日・休日名称\r\n2028/1/1,元日\r\n2028/11/23,勤労感謝の日\r\n".getBytes(Charset.forName("Shift_JIS"));
        BankCalendar extended = JAPAN.withHolidays(
                new InputStreamReader(new ByteArrayInputStream(published), StandardCharsets.ISO_8859_1));
        assertThat(extended.isBankingDay(LocalDate.of(2028, 11, 23))).isFalse();
    }

    @Test
    void aYearThatIsLoadedAgainIsReplaced() {
        BankCalendar amended = JAPAN.withHolidays(
                List.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 7, 20), LocalDate.of(2027, 11, 23)));
        assertThat(amended.isBankingDay(LocalDate.of(2027, 7, 19))).isTrue();
        assertThat(amended.isBankingDay(LocalDate.of(2027, 7, 20))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2028/1/1,元日", "2028/11/23,勤労感謝の日", "2028/1/1,元日\nnonsense,x", "2028/2/30,x"})
    void aTableThatWasCutOrIsNoTableIsRefused(String table) {
        assertThatIllegalArgumentException().isThrownBy(() -> JAPAN.withHolidays(new StringReader(table)));
    }

    @Test
    void aCompanysOwnHolidaysCloseDaysButMakeNoYearKnown() {
        BankCalendar ours = JAPAN.closedOn(List.of(LocalDate.of(2026, 8, 13), LocalDate.of(2028, 8, 14)));
        assertThat(ours.isBankingDay(LocalDate.of(2026, 8, 13))).isFalse();
        assertThatExceptionOfType(DatedDataMissingException.class)
                .isThrownBy(() -> ours.isBankingDay(LocalDate.of(2028, 8, 14)));
    }

    @ParameterizedTest(name = "{0} + {1} banking days = {2}")
    @CsvSource({
        "2026-11-20, 1, 2026-11-24",
        "2026-11-22, 1, 2026-11-24",
        "2026-11-22, 0, 2026-11-22",
        "2026-12-30, 3, 2027-01-06",
        "2027-01-04, -1, 2026-12-30",
        "2026-05-07, -2, 2026-04-30",
    })
    void countsBankingDays(LocalDate from, int count, LocalDate expected) {
        assertThat(JAPAN.plusBankingDays(from, count)).isEqualTo(expected);
    }

    /** 国民の祝日に関する法律 3(2), 3(3): the only days off without a name of their own. */
    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2027})
    void theTableHoldsASubstituteForEachHolidayOnASundayAndForEachDayBetweenTwo(int year) {
        Map<LocalDate, String> table = DatedTable.beside(BankCalendar.class, "holidays.csv").stream()
                .filter(row -> row.get(0).startsWith(year + "-"))
                .collect(Collectors.toMap(row -> LocalDate.parse(row.get(0)), row -> row.get(1)));
        Set<LocalDate> named = table.keySet().stream()
                .filter(day -> !table.get(day).equals("休日"))
                .collect(Collectors.toSet());
        Set<LocalDate> expected = new HashSet<>();
        for (LocalDate day : named) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                LocalDate substitute = day;
                while (named.contains(substitute)) {
                    substitute = substitute.plusDays(1);
                }
                expected.add(substitute);
            }
            LocalDate between = day.plusDays(1);
            if (named.contains(day.plusDays(2)) && !named.contains(between)) {
                expected.add(between);
            }
        }
        expected.removeIf(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY);
        assertThat(table.keySet().stream().filter(day -> !named.contains(day)))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(named).hasSize(16);
    }
}
