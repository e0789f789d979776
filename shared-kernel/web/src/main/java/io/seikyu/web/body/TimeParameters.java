package io.seikyu.web.body;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;

/** Days and instants in addresses, of years with four digits: near the end of time no day can be counted on. */
public final class TimeParameters {
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private TimeParameters() {}

    public static void register(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, TimeParameters::instant);
        registry.addFormatterForFieldAnnotation(new Days());
    }

    private static Instant instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        check(time.getYear());
        return time.toInstant();
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        check(day.getYear());
        return day;
    }

    private static void check(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("the year " + year + " is out of range");
        }
    }

    private static final class Days implements AnnotationFormatterFactory<DateTimeFormat> {
        @Override
        public Set<Class<?>> getFieldTypes() {
            return Set.of(LocalDate.class);
        }

        @Override
        public Printer<?> getPrinter(DateTimeFormat format, Class<?> type) {
            return (Printer<LocalDate>) (day, locale) -> day.toString();
        }

        @Override
        public Parser<?> getParser(DateTimeFormat format, Class<?> type) {
            return (Parser<LocalDate>) (text, locale) -> day(text);
        }
    }
}
