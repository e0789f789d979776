package io.seikyu.contract.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * Terms of payment (支払条件): closing day 締日, months after it, day of payment 支払日, and what happens on a bank holiday.
 * Days are {@code 1} to {@code 28} or {@value #EOM}, the end of the month, since days 29 to 31 do not come every month.
 *
 * @param monthOffset 0 to {@value #LONGEST_OFFSET} months between the closing month and that of payment; with 0 and an
 *                    early day of payment the payer pays in advance
 * @param shift       {@link Shift#NEXT} when nothing was agreed (null)
 */
public record PaymentTerms(String closingDay, int monthOffset, String payDay, Shift shift) {
    public static final String EOM = "EOM";

    static final int LONGEST_OFFSET = 12;
    private static final Pattern DAY = Pattern.compile("[1-9]|1[0-9]|2[0-8]|" + EOM);

    /** Where a day of payment goes that is no banking day. */
    public enum Shift {
        PREVIOUS,
        NEXT,
        NONE
    }

    /** @throws IllegalArgumentException when a day or the offset is outside its range */
    public PaymentTerms {
        checkDay("closingDay", closingDay);
        checkDay("payDay", payDay);
        if (monthOffset < 0 || monthOffset > LONGEST_OFFSET) {
            throw new IllegalArgumentException("monthOffset is 0 to " + LONGEST_OFFSET);
        }
        shift = shift == null ? Shift.NEXT : shift;
    }

    public static boolean isDay(String day) {
        return day != null && DAY.matcher(day).matches();
    }

    /**
     * When a transaction of that day is due (支払期限).
     *
     * @throws io.seikyu.contract.dated.DatedDataMissingException when the calendar does not reach that far
     */
    public LocalDate dueDate(LocalDate transactionDate, BankCalendar calendar) {
        return calendar.shifted(agreedDate(transactionDate), shift);
    }

    /** The agreed day of payment before bank holidays move it. */
    public LocalDate agreedDate(LocalDate transactionDate) {
        return on(payDay, YearMonth.from(closingDate(transactionDate)).plusMonths(monthOffset));
    }

    /** The closing day on or after the transaction. */
    public LocalDate closingDate(LocalDate transactionDate) {
        YearMonth month = YearMonth.from(transactionDate);
        LocalDate closing = on(closingDay, month);
        return transactionDate.isAfter(closing) ? on(closingDay, month.plusMonths(1)) : closing;
    }

    private static LocalDate on(String day, YearMonth month) {
        return day.equals(EOM) ? month.atEndOfMonth() : month.atDay(Integer.parseInt(day));
    }

    private static void checkDay(String name, String day) {
        if (!isDay(day)) {
            throw new IllegalArgumentException(name + " is 1 to 28 or " + EOM);
        }
    }
}
