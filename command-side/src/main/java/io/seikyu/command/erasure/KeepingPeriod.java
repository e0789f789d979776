package io.seikyu.command.erasure;

import java.time.LocalDate;

/**
 * How long the law keeps the records of a transaction (帳簿書類の保存期間): 7 years, and 10 where a loss is carried
 * forward, counted from the day after the tax return of the business year is due, which is two months after the year's
 * end (法人税法施行規則59条, 26条の3; 電子帳簿保存法 and 消費税法 for copies of invoices keep the same). When a company's
 * business year ends is not known here; it has at most one year (法人税法13条), so the latest end is assumed.
 */
record KeepingPeriod(int years) {
    private static final int MONTHS_TO_THE_RETURN = 2;

    /** @throws IllegalArgumentException for a number of years that is no law's */
    static KeepingPeriod ofLaw(int years) {
        if (years != 7 && years != 10) {
            throw new IllegalArgumentException("records are kept for 7 years, or 10 where a loss is carried forward");
        }
        return new KeepingPeriod(years);
    }

    /** The last day on which a record of {@code day} is kept. */
    LocalDate lastDayOf(LocalDate day) {
        LocalDate dayAfterTheYear = day.minusDays(1).plusYears(1).plusDays(1);
        return dayAfterTheYear.plusMonths(MONTHS_TO_THE_RETURN).plusYears(years).minusDays(1);
    }
}
