package io.seikyu.contract.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seikyu.contract.calendar.PaymentTerms.Shift;
import io.seikyu.contract.dated.DatedDataMissingException;
import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a transaction to its due date. */
class PaymentTermsTest {
    private static final BankCalendar JAPAN = BankCalendar.japan();

    @ParameterizedTest(name = "close {0}, +{1} months, pay {2}, {3}: {4} -> {5}")
    @CsvSource({
        "EOM, 1, EOM, NONE, 2026-01-31, 2026-02-28",
        "EOM, 1, EOM, NEXT, 2026-01-31, 2026-03-02",
        "EOM, 1, EOM, PREVIOUS, 2026-01-31, 2026-02-27",
        "20, 1, 10, NEXT, 2026-10-20, 2026-11-10",
        "20, 1, 10, NEXT, 2026-10-21, 2026-12-10",
        "15, 2, EOM, NEXT, 2026-12-16, 2027-03-31",
        "EOM, 0, EOM, PREVIOUS, 2026-05-02, 2026-05-29",
        "EOM, 1, EOM, NEXT, 2026-11-30, 2027-01-04",
        "EOM, 1, EOM, PREVIOUS, 2026-11-30, 2026-12-30",
        "25, 1, 3, NEXT, 2026-04-25, 2026-05-07",
        "EOM, 1, 28, NONE, 2024-01-15, 2024-02-28",
        "EOM, 1, EOM, NONE, 2024-01-15, 2024-02-29",
        "EOM, 0, 10, NONE, 2026-06-15, 2026-06-10",
    })
    void theDueDateFollowsFromTheTerms(
            String closing, int offset, String pay, Shift shift, LocalDate transaction, LocalDate due) {
        assertThat(new PaymentTerms(closing, offset, pay, shift).dueDate(transaction, JAPAN))
                .isEqualTo(due);
    }

    @Test
    void withoutAnAgreementTheNextBankingDayCounts() {
        assertThat(new PaymentTerms("EOM", 1, "EOM", null).dueDate(LocalDate.of(2026, 1, 31), JAPAN))
                .isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void aDueDateBeyondTheCalendarIsRefusedUnlessNoBankHolidayMatters() {
        LocalDate transaction = LocalDate.of(2027, 11, 15);
        assertThatExceptionOfType(DatedDataMissingException.class)
                .isThrownBy(() -> new PaymentTerms("EOM", 2, "EOM", Shift.NEXT).dueDate(transaction, JAPAN));
        assertThat(new PaymentTerms("EOM", 2, "EOM", Shift.NONE).dueDate(transaction, JAPAN))
                .isEqualTo(LocalDate.of(2028, 1, 31));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"0", "29", "31", "-1", "01", "1.0", "eom", "EOM ", "１"})
    void aDayIsOneToTwentyEightOrTheEndOfTheMonth(String day) {
        assertThat(PaymentTerms.isDay(day)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentTerms(day, 1, "EOM", Shift.NEXT))
                .withMessageContaining("closingDay");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentTerms("EOM", 1, day, Shift.NEXT))
                .withMessageContaining("payDay");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 13, Integer.MAX_VALUE})
    void theOffsetIsAYearAtMost(int offset) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentTerms("EOM", offset, "EOM", Shift.NEXT));
    }

    @Property
    void theDueDateIsABankingDayWithNoneBetweenItAndTheAgreedDay(
            @ForAll("terms") PaymentTerms terms, @ForAll @IntRange(max = 700) int day) {
        LocalDate transaction = LocalDate.of(2025, 1, 1).plusDays(day);
        LocalDate agreed = terms.agreedDate(transaction);
        LocalDate due = terms.dueDate(transaction, JAPAN);
        if (terms.shift() == Shift.NONE) {
            assertThat(due).isEqualTo(agreed);
            return;
        }
        assertThat(JAPAN.isBankingDay(due)).isTrue();
        LocalDate first = due.isBefore(agreed) ? due.plusDays(1) : agreed;
        LocalDate end = due.isBefore(agreed) ? agreed.plusDays(1) : due;
        assertThat(first.datesUntil(end)).noneMatch(JAPAN::isBankingDay);
        assertThat(terms.shift() == Shift.NEXT ? !due.isBefore(agreed) : !due.isAfter(agreed))
                .isTrue();
    }

    /** Counted in months instead of by dates. */
    @Property
    void theAgreedMonthIsTheClosingMonthAndTheOffset(
            @ForAll("terms") PaymentTerms terms, @ForAll @IntRange(max = 3000) int day) {
        LocalDate transaction = LocalDate.of(2020, 1, 1).plusDays(day);
        int last = terms.closingDay().equals("EOM") ? 31 : Integer.parseInt(terms.closingDay());
        int wait = terms.monthOffset() + (transaction.getDayOfMonth() > last ? 1 : 0);
        LocalDate agreed = terms.agreedDate(transaction);
        assertThat(YearMonth.from(agreed)).isEqualTo(YearMonth.from(transaction).plusMonths(wait));
        assertThat(agreed.getDayOfMonth())
                .isEqualTo(terms.payDay().equals("EOM") ? agreed.lengthOfMonth() : Integer.parseInt(terms.payDay()));
    }

    @Provide
    Arbitrary<PaymentTerms> terms() {
        Arbitrary<String> days = Arbitraries.oneOf(
                Arbitraries.just(PaymentTerms.EOM),
                Arbitraries.integers().between(1, 28).map(String::valueOf));
        return Combinators.combine(days, Arbitraries.integers().between(0, 6), days, Arbitraries.of(Shift.class))
                .as(PaymentTerms::new);
    }
}
