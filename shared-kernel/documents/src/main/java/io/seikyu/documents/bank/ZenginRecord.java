package io.seikyu.documents.bank;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One record of 200 bytes. Fields are cut by bytes, each is decoded for itself; what is wrong with a field becomes a
 * fault and reads as nothing.
 */
final class ZenginRecord {
    static final int LENGTH = 200;

    private static final Charset MS932 = Charset.forName("windows-31j");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final byte[] bytes;
    private final int number;
    private final LocalDate today;
    private final FileFaults faults;

    ZenginRecord(byte[] bytes, int number, LocalDate today, FileFaults faults) {
        this.bytes = bytes;
        this.number = number;
        this.today = today;
        this.faults = faults;
    }

    int number() {
        return number;
    }

    String source() {
        return "record " + number;
    }

    /** What kind of record it is: {@code 1}, {@code 2}, {@code 8} or {@code 9} as a rule. */
    char type() {
        return (char) (bytes[0] & 0xFF);
    }

    void fault(String field, String code, String message) {
        faults.add(number, field, code, message);
    }

    /** Without the spaces around it; null when nothing is left. */
    String text(String field, int offset, int length) {
        String text =
                decoded(offset, length).or(() -> decoded(offset, length - 1)).orElse(null);
        if (text == null) {
            fault(field, "undecodable", "is no text in MS932 (Shift_JIS)");
            return null;
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            fault(field, "control-character", "holds a control character");
            return null;
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** A sign of two bytes may be cut at the end of its field, which is why the last byte may be left out. */
    private Optional<String> decoded(int offset, int length) {
        try {
            return Optional.of(MS932.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Digits that stand for something, such as an account's number; null after a fault. */
    String digits(String field, int offset, int length) {
        String digits = ascii(offset, length);
        if (!DIGITS.matcher(digits).matches()) {
            fault(field, "not-digits", "must be " + length + " digits");
            return null;
        }
        return digits;
    }

    /** One of the characters of {@code allowed}; the first one after a fault. */
    char code(String field, int offset, String allowed) {
        char code = (char) (bytes[offset] & 0xFF);
        if (allowed.indexOf(code) < 0) {
            fault(field, "unknown-value", "must be one of " + String.join(", ", allowed.split("")));
            return allowed.charAt(0);
        }
        return code;
    }

    /** Right-aligned and filled with zeros, or with spaces; 0 after a fault. */
    long number(String field, int offset, int length) {
        String digits = ascii(offset, length).stripLeading();
        if (!DIGITS.matcher(digits).matches()) {
            fault(field, "not-digits", "must be a number of " + length + " digits");
            return 0;
        }
        return Long.parseLong(digits);
    }

    /** The same for a field that banks may leave empty; empty is 0. */
    long numberIfAny(String field, int offset, int length) {
        return ascii(offset, length).isBlank() ? 0 : number(field, offset, length);
    }

    /** Of a day that was; null after a fault. */
    LocalDate date(String field, int offset) {
        return date(field, offset, today);
    }

    /** Of a day that was or is about to be, or null for none (blank or zeros) and after a fault. */
    LocalDate dateIfAny(String field, int offset, LocalDate latest) {
        String digits = ascii(offset, 6);
        return digits.isBlank() || digits.equals("000000") ? null : date(field, offset, latest);
    }

    private LocalDate date(String field, int offset, LocalDate latest) {
        String digits = ascii(offset, 6);
        if (!DIGITS.matcher(digits).matches()) {
            fault(field, "bad-date", "must be YYMMDD in a Japanese era (和暦)");
            return null;
        }
        Optional<LocalDate> date = EraDates.of(digits, latest);
        if (date.isEmpty()) {
            fault(field, "bad-date", "is no day of any era (令和, 平成, 昭和) up to " + latest);
        }
        return date.orElse(null);
    }

    private String ascii(int offset, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = offset; i < offset + length; i++) {
            text.append((char) (bytes[i] & 0xFF));
        }
        return text.toString();
    }
}
