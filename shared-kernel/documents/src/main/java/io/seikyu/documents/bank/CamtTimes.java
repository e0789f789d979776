package io.seikyu.documents.bank;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Days in messages: a date, or a time that lies on a day in Japan. */
final class CamtTimes {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private CamtTimes() {}

    /** Empty for what is neither a date nor a time. */
    static Optional<LocalDate> day(String text) {
        try {
            if (!text.contains("T")) {
                return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
            }
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(text)
                                    .atZoneSameInstant(JAPAN)
                                    .toLocalDate()
                            : LocalDateTime.parse(text).toLocalDate());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
