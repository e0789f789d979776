package io.seikyu.web.body;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads dates and instants of the years in which a business may have something to do. */
final class TimeReaders {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int LONGEST_INSTANT = 40;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2199;

    private TimeReaders() {}

    static @Nullable Object date(JsonNode node, String at, Faults faults) {
        if (!node.isString()) {
            return ValueReader.wrongType(node, at, faults, "a date such as \"2026-04-30\"");
        }
        String text = node.stringValue();
        if (!DATE.matcher(text).matches()) {
            return badDate(at, faults);
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return inRange(date.getYear(), at, faults) ? date : null;
        } catch (DateTimeException e) {
            return badDate(at, faults);
        }
    }

    static @Nullable Object instant(JsonNode node, String at, Faults faults) {
        if (!node.isString()) {
            return ValueReader.wrongType(node, at, faults, "an instant such as \"2026-04-30T09:00:00+09:00\"");
        }
        String text = node.stringValue();
        try {
            if (text.length() <= LONGEST_INSTANT) {
                OffsetDateTime time = OffsetDateTime.parse(text);
                return inRange(time.getYear(), at, faults) ? time.toInstant() : null;
            }
        } catch (DateTimeException e) {
            // said below, in our own words
        }
        faults.add(at, "bad-instant", "must be an instant with offset such as \"2026-04-30T09:00:00+09:00\"");
        return null;
    }

    static @Nullable Object offsetDateTime(JsonNode node, String at, Faults faults) {
        Object instant = instant(node, at, faults);
        return instant instanceof Instant ? OffsetDateTime.parse(node.stringValue()) : null;
    }

    private static @Nullable Object badDate(String at, Faults faults) {
        faults.add(at, "bad-date", "must be a date such as \"2026-04-30\"");
        return null;
    }

    private static boolean inRange(int year, String at, Faults faults) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            faults.add(at, "out-of-range", "must be in the years " + FIRST_YEAR + " to " + LAST_YEAR);
            return false;
        }
        return true;
    }
}
