package io.seikyu.command.imports;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What spreadsheets write, in the words of the API. What is not understood is handed on as it is: the reader of the body
 * says what is wrong with it.
 */
final class CsvWords {
    private static final Map<String, String> KINDS = Map.of("通常", "STANDARD", "前払", "ADVANCE", "精算", "FINAL");
    private static final Map<String, String> LINE_KINDS =
            Map.of("品目", "ITEM", "経費", "EXPENSE", "値引", "ALLOWANCE", "追加請求", "CHARGE");
    private static final Map<String, String> TAX_CATEGORIES =
            Map.of("標準", "STANDARD", "軽減", "REDUCED", "非課税", "EXEMPT", "免税", "ZERO", "不課税", "OUT_OF_SCOPE");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})[-/.](\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日|(\\d{2})(\\d{2}))");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern WRAPPED = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern FORMULA = Pattern.compile("[=@+\\t\\r].*", Pattern.DOTALL);

    private CsvWords() {}

    static @Nullable String kind(@Nullable String value) {
        return value == null ? null : KINDS.getOrDefault(value, value);
    }

    /** A line is an item unless it says otherwise. */
    static String lineKind(@Nullable String value) {
        return value == null ? "ITEM" : LINE_KINDS.getOrDefault(value, value);
    }

    static @Nullable String taxCategory(@Nullable String value) {
        return value == null ? null : TAX_CATEGORIES.getOrDefault(value, value);
    }

    /** {@code 2026/4/30}, {@code 2026年4月30日} and {@code 20260430} as well as {@code 2026-04-30}. */
    static @Nullable String date(@Nullable String value) {
        if (value == null) {
            return null;
        }
        Matcher date = DATE.matcher(narrow(value));
        if (!date.matches()) {
            return value;
        }
        String month = first(date.group(2), date.group(4), date.group(6));
        String day = first(date.group(3), date.group(5), date.group(7));
        return date.group(1) + "-" + twoDigits(month) + "-" + twoDigits(day);
    }

    /** Without yen signs, per cent signs and the commas between thousands. */
    static @Nullable String amount(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String plain = narrow(value).replaceAll("^[¥\\\\]|[円%]$", "").strip();
        return GROUPED.matcher(plain).matches() ? plain.replace(",", "") : plain;
    }

    /** {@code ="001"} is how spreadsheets are kept from making a number of a text. */
    static @Nullable String unwrapped(@Nullable String value) {
        Matcher wrapped = value == null ? null : WRAPPED.matcher(value);
        return wrapped != null && wrapped.matches() ? wrapped.group(1) : value;
    }

    /** Whether the next spreadsheet it is opened in would compute it. */
    static boolean isFormula(String value) {
        return FORMULA.matcher(value).matches();
    }

    private static String narrow(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC);
    }

    private static String first(String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        throw new IllegalStateException("one of the groups matches");
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
