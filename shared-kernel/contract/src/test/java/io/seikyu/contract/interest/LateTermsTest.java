package io.seikyu.contract.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.seikyu.contract.contract.ContractTerms.DayCount;
import io.seikyu.contract.contract.ContractTerms.LateInterest;
import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.interest.LateTerms.Paid;
import io.seikyu.contract.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a late payer owes by contract and law. */
class LateTermsTest {
    private static final StatutoryRates STATUTORY = StatutoryRates.japan();
    private static final Money MILLION = Money.yen(1_000_000);

    @ParameterizedTest(name = "due {0}, received {1}, {2} % agreed, paid {3}: {4}")
    @CsvSource({
        // 取適法: received on 03-01, so from 04-30 on, the 60th day after it, 14.6 %: ¥400 a day
        "2026-04-20, 2026-03-01, , 2026-04-29, 739",
        "2026-04-20, 2026-03-01, , 2026-04-30, 1139",
        "2026-04-20, 2026-03-01, , 2026-05-09, 4739",
        // a later due date does not put it off
        "2026-05-31, 2026-03-01, , 2026-04-30, 400",
        // more than the law asks for was agreed
        "2026-04-20, 2026-03-01, 18.25, 2026-04-30, 5000",
    })
    void underTheSubcontractLawTheRateRisesSixtyDaysAfterReceipt(
            LocalDate due, LocalDate received, BigDecimal agreed, LocalDate paid, String yen) {
        LateTerms terms = new LateTerms(due, new LateInterest(agreed, DayCount.D365), true, received);
        assertThat(terms.interest(MILLION, paid, STATUTORY)).isEqualTo(Money.yen(yen));
    }

    @Test
    void withoutItTheContractsRateHoldsHoweverLateItIs() {
        LateTerms terms = new LateTerms(
                LocalDate.of(2027, 11, 30),
                new LateInterest(new BigDecimal("14.6"), DayCount.D365),
                false,
                LocalDate.of(2027, 1, 1));
        assertThat(terms.interest(MILLION, LocalDate.of(2028, 2, 29), STATUTORY))
                .isEqualTo(Money.yen(36_400));
    }

    @Test
    void whereNothingWasAgreedTheLawCountsByTheCalendar() {
        LateTerms terms = LateTerms.byLaw(LocalDate.of(2010, 6, 2), LocalDate.of(2010, 5, 1));
        assertThat(terms.interest(MILLION, LocalDate.of(2012, 3, 2), STATUTORY)).isEqualTo(Money.yen(87_510));
    }

    @Test
    void ofWhatWasPaidLateEachPartAccruesUntilItWasPaid() {
        LocalDate due = LocalDate.of(2026, 5, 31);
        LateTerms terms = new LateTerms(due, new LateInterest(new BigDecimal("3.65"), DayCount.D365), false, due);
        List<Paid> paid =
                List.of(new Paid(due.plusDays(10), new BigDecimal("400000")), new Paid(due, new BigDecimal("100000")));
        assertThat(terms.accrued(new BigDecimal("500000"), paid, due.plusDays(20), STATUTORY))
                .isEqualByComparingTo("1400"); // 500,000 for 20 days, 400,000 for 10
        assertThat(terms.accrued(new BigDecimal("500000"), paid, due, STATUTORY))
                .isEqualByComparingTo("0");
    }

    @Test
    void aRateThatNobodyAnnouncedIsRefused() {
        LateTerms terms = LateTerms.byLaw(LocalDate.of(2029, 3, 31), LocalDate.of(2029, 3, 1));
        assertThatExceptionOfType(DatedDataMissingException.class)
                .isThrownBy(() -> terms.interest(MILLION, LocalDate.of(2029, 4, 1), STATUTORY));
    }
}
