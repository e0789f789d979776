package io.seikyu.contract.calendar;

import io.seikyu.contract.calendar.PaymentTerms.Shift;
import io.seikyu.contract.dated.DatedDataMissingException;
import io.seikyu.contract.dated.DatedTable;
import java.io.IOException;
import java.io.Reader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * On which days banks in Japan are open (銀行営業日; 銀行法施行令 5): not on Saturdays, Sundays, national holidays and from
 * 12-31 to 01-03. Holidays are dated data of whole years. A day of a year that nobody loaded is refused, never guessed,
 * because two of the holidays are announced only the year before. Immutable.
 */
public final class BankCalendar {
    private static final Set<MonthDay> TURN_OF_THE_YEAR =
            Set.of(MonthDay.of(12, 31), MonthDay.of(1, 1), MonthDay.of(1, 2), MonthDay.of(1, 3));
    /** 元日 and 勤労感謝の日, the first and the last of each year since 1949: a table without them was cut. */
    private static final Set<MonthDay> ALWAYS_HOLIDAYS = Set.of(MonthDay.of(1, 1), MonthDay.of(11, 23));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("u-M-d");

    private final Set<LocalDate> closed;
    private final NavigableSet<Year> years;

    private BankCalendar(Set<LocalDate> closed, NavigableSet<Year> years) {
        this.closed = closed;
        this.years = years;
    }

    /** The years whose holidays are published and lie in this module. */
    public static BankCalendar japan() {
        return Japan.CALENDAR;
    }

    /**
     * With the holidays of more years, as the Cabinet Office publishes them: rows of {@code 2028/1/1,元日} or
     * {@code 2028-01-01,元日}; a heading, which begins with no digit, is skipped. Each year that occurs has to be whole,
     * and replaces what was known of it. Names are not read, so the charset of the source does not matter as long as
     * ASCII is part of it (the Office's file is in Shift_JIS).
     *
     * @throws IllegalArgumentException when a row is no date, or a year is not whole
     */
    public BankCalendar withHolidays(Reader table) throws IOException {
        List<List<String>> rows = DatedTable.read(table);
        return withHolidays(rows.stream()
                .skip(hasHeading(rows) ? 1 : 0)
                .map(row -> day(row.get(0)))
                .toList());
    }

    private static boolean hasHeading(List<List<String>> rows) {
        return !rows.isEmpty() && !rows.get(0).get(0).matches("\\d.*");
    }

    /**
     * With the holidays of further whole years.
     *
     * @throws IllegalArgumentException when a year that occurs lacks its first or last holiday, so is not whole
     */
    public BankCalendar withHolidays(Collection<LocalDate> days) {
        NavigableSet<Year> known = new TreeSet<>(years);
        Set<Year> loaded = new HashSet<>();
        days.forEach(day -> loaded.add(Year.from(day)));
        loaded.forEach(year -> checkWhole(year, days));
        Set<LocalDate> all = new HashSet<>(closed);
        all.removeIf(day -> loaded.contains(Year.from(day)));
        all.addAll(days);
        known.addAll(loaded);
        return new BankCalendar(Set.copyOf(all), known);
    }

    /** Closed on further days, for example a company's own; they make no year known. */
    public BankCalendar closedOn(Collection<LocalDate> days) {
        Set<LocalDate> all = new HashSet<>(closed);
        all.addAll(days);
        return new BankCalendar(Set.copyOf(all), years);
    }

    /** @throws DatedDataMissingException for a day of a year that was not loaded, as for every other question */
    public boolean isBankingDay(LocalDate day) {
        if (!years.contains(Year.from(day))) {
            throw beyond(day);
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !TURN_OF_THE_YEAR.contains(MonthDay.from(day))
                && !closed.contains(day);
    }

    /** {@code day} itself when banks are open, else the banking day that {@code shift} leads to. */
    public LocalDate shifted(LocalDate day, Shift shift) {
        if (shift == Shift.NONE) {
            return day;
        }
        LocalDate candidate = day;
        while (!isBankingDay(candidate)) {
            candidate = shift == Shift.NEXT ? candidate.plusDays(1) : candidate.minusDays(1);
        }
        return candidate;
    }

    /**
     * The {@code count}-th banking day after {@code day}, or before it for a negative count; {@code day} itself for 0,
     * open or not.
     */
    public LocalDate plusBankingDays(LocalDate day, int count) {
        LocalDate result = day;
        int step = Integer.signum(count);
        for (int left = Math.abs(count); left > 0; ) {
            result = result.plusDays(step);
            if (isBankingDay(result)) {
                left--;
            }
        }
        return result;
    }

    /** The last day that can be asked for. */
    public LocalDate horizon() {
        return years.last().atMonth(12).atEndOfMonth();
    }

    private static void checkWhole(Year year, Collection<LocalDate> days) {
        for (MonthDay always : ALWAYS_HOLIDAYS) {
            if (!days.contains(year.atMonthDay(always))) {
                throw new IllegalArgumentException(
                        "the holidays of " + year + " are not whole: " + always + " is missing");
            }
        }
    }

    private DatedDataMissingException beyond(LocalDate day) {
        return new DatedDataMissingException(
                "the bank calendar knows the years " + years + ", not " + day + ": load the Cabinet Office's table of "
                        + "national holidays (syukujitsu.csv) of " + day.getYear(),
                day);
    }

    private static LocalDate day(String cell) {
        try {
            return LocalDate.parse(cell.replace('/', '-'), DAY);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a holiday is a date like 2028-01-01, not " + cell, e);
        }
    }

    private static final class Japan {
        static final BankCalendar CALENDAR = new BankCalendar(Set.of(), new TreeSet<>())
                .withHolidays(DatedTable.beside(BankCalendar.class, "holidays.csv").stream()
                        .map(row -> day(row.get(0)))
                        .toList());
    }
}
