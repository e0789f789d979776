package io.seikyu.documents.pdf;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/** What stands on paper in one language: words, dates, amounts. */
final class Words {
    private final String language;
    private final Properties words;
    private final DateTimeFormatter dates;

    private Words(String language) {
        this.language = language;
        this.words = load(language);
        this.dates = DateTimeFormatter.ofPattern(words.getProperty("date"), Locale.ENGLISH);
    }

    /** English for {@code en}, else Japanese. */
    static Words in(String language) {
        return "en".equals(language) ? English.WORDS : Japanese.WORDS;
    }

    String language() {
        return language;
    }

    Properties all() {
        return words;
    }

    String of(String key, Object... parts) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalArgumentException("there are no words for " + key + " in " + language);
        }
        return parts.length == 0 ? word : word.formatted(parts);
    }

    String date(LocalDate date) {
        return date == null ? "" : dates.format(date);
    }

    /** Yen with thousands set apart; fractions only where there are some. */
    String number(BigDecimal number) {
        return number == null ? "" : format("#,##0.############").format(number);
    }

    String yen(BigDecimal amount) {
        return amount == null ? "" : format("¥#,##0.############").format(amount);
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private static Properties load(String language) {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Words.class.getResourceAsStream("words_" + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the words that come with this program cannot be read", e);
        }
        return words;
    }

    private static final class Japanese {
        static final Words WORDS = new Words("ja");
    }

    private static final class English {
        static final Words WORDS = new Words("en");
    }
}
