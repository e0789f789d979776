package io.seikyu.contract.interest;

import io.seikyu.contract.contract.ContractTerms.DayCount;
import io.seikyu.contract.contract.ContractTerms.LateInterest;
import io.seikyu.contract.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;

/**
 * Interest on late payment (遅延損害金, 民法 419): simple, from the day after the due date to the day of payment, both
 * included, in whole yen truncated. It depends on nothing but its terms, so a bill of last year computes the same today.
 *
 * @param rate     agreed, else the statutory rate of the day on which interest first accrues; it stays that rate
 * @param dayCount how days become a share of a year
 */
public record LatePayment(LocalDate dueDate, AnnualRate rate, DayCount dayCount) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * By what the contract says of late payment.
     *
     * @throws io.seikyu.contract.dated.DatedDataMissingException when no rate was agreed and none is announced
     */
    public static LatePayment under(LateInterest agreed, LocalDate dueDate, StatutoryRates statutory) {
        AnnualRate rate = agreed.rate() == null ? statutory.on(dueDate.plusDays(1)) : new AnnualRate(agreed.rate());
        return new LatePayment(dueDate, rate, agreed.dayCount());
    }

    /** What accrued on {@code principal} until {@code paidOn}; zero when that is not after the due date. */
    public Money interest(Money principal, LocalDate paidOn) {
        if (!paidOn.isAfter(dueDate)) {
            return new Money(BigDecimal.ZERO, principal.currency());
        }
        LocalDate first = dueDate.plusDays(1);
        return dayCount == DayCount.D365
                ? part(principal, days(first, paidOn), 365)
                : byCalendar(principal, first, paidOn);
    }

    /** Whole years first, then the remaining days of leap years over 366 and others over 365, each part truncated. */
    private Money byCalendar(Money principal, LocalDate first, LocalDate last) {
        int years = 0;
        while (!endOfYear(first, years + 1).isAfter(last)) {
            years++;
        }
        Money sum = part(principal, years, 1);
        long leap = 0;
        long common = 0;
        for (LocalDate day = endOfYear(first, years).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (Year.isLeap(day.getYear())) {
                leap++;
            } else {
                common++;
            }
        }
        return sum.plus(part(principal, common, 365)).plus(part(principal, leap, 366));
    }

    /** 民法 143(2): the day before the corresponding one, or the last of the month where none corresponds. */
    private static LocalDate endOfYear(LocalDate first, int years) {
        LocalDate corresponding = first.plusYears(years);
        return corresponding.getDayOfMonth() == first.getDayOfMonth() ? corresponding.minusDays(1) : corresponding;
    }

    private Money part(Money principal, long numerator, long denominator) {
        BigDecimal yearly = principal.amount().multiply(rate.percent());
        return new Money(
                yearly.multiply(BigDecimal.valueOf(numerator))
                        .divide(
                                HUNDRED.multiply(BigDecimal.valueOf(denominator)),
                                principal.currency().getDefaultFractionDigits(),
                                RoundingMode.DOWN),
                principal.currency());
    }

    private static long days(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
