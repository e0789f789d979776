package io.seikyu.command;

import io.seikyu.contract.calendar.BankCalendar;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The operator's way to let the calendar of banks reach further: the table of national holidays as the Cabinet Office
 * publishes it (syukujitsu.csv), put into the data directory as {@value #NAME}. It is read when the program starts.
 */
final class HolidayFile {
    static final String NAME = "holidays.csv";

    private HolidayFile() {}

    /**
     * @return the calendar of this version of Seikyu, with the years of the file when there is one
     * @throws IllegalStateException when the file is no such table; better no start than wrong due dates
     */
    static BankCalendar in(Path dataDirectory) {
        Path file = dataDirectory.resolve(NAME);
        if (!Files.exists(file)) {
            return BankCalendar.japan();
        }
        // any charset that leaves ASCII alone will do: only the dates are read
        try (Reader table = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return BankCalendar.japan().withHolidays(table);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " is no table of national holidays: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
