package io.seikyu.documents.bank;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.List;
import java.util.Optional;

/** Dates as YYMMDD in a Japanese era that is not named (和暦). */
final class EraDates {
    private static final List<JapaneseEra> LATEST_FIRST =
            List.of(JapaneseEra.REIWA, JapaneseEra.HEISEI, JapaneseEra.SHOWA);

    private EraDates() {}

    /**
     * Of the newest era in which there was such a day, and it is not after {@code latest}: 070101 is 2025-01-01 and
     * 310430 is 2019-04-30.
     *
     * @param yymmdd six digits
     * @return empty when there was no such day in any era
     */
    static Optional<LocalDate> of(String yymmdd, LocalDate latest) {
        int year = Integer.parseInt(yymmdd.substring(0, 2));
        int month = Integer.parseInt(yymmdd.substring(2, 4));
        int day = Integer.parseInt(yymmdd.substring(4, 6));
        return LATEST_FIRST.stream()
                .flatMap(era -> in(era, year, month, day).stream())
                .filter(date -> !date.isAfter(latest))
                .findFirst();
    }

    private static Optional<LocalDate> in(JapaneseEra era, int year, int month, int day) {
        try {
            return Optional.of(LocalDate.from(JapaneseDate.of(era, year, month, day)));
        } catch (DateTimeException e) {
            return Optional.empty(); // the era had no such day
        }
    }
}
