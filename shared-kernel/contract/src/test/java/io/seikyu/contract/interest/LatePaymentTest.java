package io.seikyu.contract.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seikyu.contract.contract.ContractTerms.DayCount;
import io.seikyu.contract.contract.ContractTerms.LateInterest;
import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Interest on late payment (民法 404): which rate, from when to when, by which count of days. */
class LatePaymentTest {
    private static final StatutoryRates STATUTORY = StatutoryRates.japan();
    private static final Money MILLION = Money.yen(1_000_000);

    @ParameterizedTest(name = "{0}: {1} %")
    @CsvSource({"1898-07-16, 5", "2010-06-03, 5", "2020-03-31, 5", "2020-04-01, 3", "2026-11-22, 3", "2029-03-31, 3"})
    void theStatutoryRateIsThatOfTheDay(LocalDate day, String percent) {
        assertThat(STATUTORY.on(day)).isEqualTo(AnnualRate.percent(percent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1898-07-15", "2029-04-01", "2035-01-01"})
    void aRateThatIsNotAnnouncedIsRefused(LocalDate day) {
        assertThatExceptionOfType(DatedDataMissingException.class)
                .isThrownBy(() -> STATUTORY.on(day))
                .withMessageContaining(day.toString());
    }

    @ParameterizedTest(name = "due {0}: {1} %")
    @CsvSource({"2020-03-30, 5", "2020-03-31, 3"})
    void theRateIsTheOneInForceWhenInterestFirstAccrues(LocalDate due, String percent) {
        assertThat(under(null, due).rate()).isEqualTo(AnnualRate.percent(percent));
    }

    @Test
    void aRateOfTheContractTakesPrecedenceAlsoWhereNoneIsAnnounced() {
        LocalDate due = LocalDate.of(2029, 3, 31);
        assertThat(under("14.6", due).rate()).isEqualTo(AnnualRate.percent("14.60"));
        assertThatExceptionOfType(DatedDataMissingException.class).isThrownBy(() -> under(null, due));
    }

    @ParameterizedTest(name = "{2} % {3}, {0} to {1}: {4}")
    @CsvSource({
        // ¥1,000,000: 50,000 + 29,041 + 8,469
        "2010-06-02, 2012-03-02, 5, CALENDAR, 87510",
        "2027-11-30, 2028-02-29, 14.6, D365, 36400",
        // the day after the due date alone
        "2026-10-31, 2026-11-01, 3.65, D365, 100",
        "2026-10-31, 2026-10-31, 3.65, D365, 0",
        "2026-10-31, 2026-10-01, 3.65, D365, 0",
        // a whole year to the day, and one day less
        "2026-10-31, 2027-10-31, 3, CALENDAR, 30000",
        "2026-10-31, 2027-10-30, 3, CALENDAR, 29917",
        // a leap year: 366 days over 365, or one whole year
        "2027-12-31, 2028-12-31, 3, D365, 30082",
        "2027-12-31, 2028-12-31, 3, CALENDAR, 30000",
        // from 02-29 a year ends on 02-28, for no day corresponds
        "2028-02-28, 2029-02-28, 3, CALENDAR, 30000",
        "2028-02-28, 2029-02-27, 3, CALENDAR, 29930",
    })
    void interestIsSimpleAndTruncated(LocalDate due, LocalDate paid, String percent, DayCount dayCount, String yen) {
        assertThat(new LatePayment(due, AnnualRate.percent(percent), dayCount).interest(MILLION, paid))
                .isEqualTo(Money.yen(yen));
    }

    @Property
    void withThe365DayClauseItIsAWholeNumberQuotient(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long yen,
            @ForAll @IntRange(max = 2000) int tenths,
            @ForAll @IntRange(max = 4000) int days) {
        LocalDate due = LocalDate.of(2024, 2, 1);
        Money interest = new LatePayment(due, new AnnualRate(BigDecimal.valueOf(tenths, 1)), DayCount.D365)
                .interest(Money.yen(yen), due.plusDays(days));
        assertThat(interest.amount().toBigIntegerExact())
                .isEqualTo(BigInteger.valueOf(yen)
                        .multiply(BigInteger.valueOf((long) tenths * days))
                        .divide(BigInteger.valueOf(365_000)));
    }

    @Property
    void bothCountsAgreeWithinADayAYear(
            @ForAll @IntRange(max = 3000) int start, @ForAll @IntRange(max = 4000) int days) {
        LocalDate due = LocalDate.of(2016, 1, 1).plusDays(start);
        AnnualRate rate = AnnualRate.percent("3.65");
        Money clause = new LatePayment(due, rate, DayCount.D365).interest(MILLION, due.plusDays(days));
        Money calendar = new LatePayment(due, rate, DayCount.CALENDAR).interest(MILLION, due.plusDays(days));
        // ¥100 a day; a leap day counts in the one only, the rest of a leap year differs by less than a day, and each
        // of
        // three parts loses less than a yen
        long leapDays = days / 1460 + 2;
        assertThat(clause.minus(calendar)).isBetween(Money.yen(0), Money.yen(100 * leapDays + 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1000.1", "0.0000001", "1E+999999999"})
    void aRateIsZeroToAThousandPercent(String percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> AnnualRate.percent(percent));
    }

    private static LatePayment under(String percent, LocalDate due) {
        LateInterest agreed = new LateInterest(percent == null ? null : new BigDecimal(percent), DayCount.D365);
        return LatePayment.under(agreed, due, STATUTORY);
    }
}
