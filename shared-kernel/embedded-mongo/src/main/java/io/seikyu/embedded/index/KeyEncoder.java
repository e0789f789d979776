package io.seikyu.embedded.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Values as bytes whose unsigned order is the order in which the server compares the values. Values that the server
 * takes as equal have the same bytes, and no value's bytes begin with another's, so that several can stand in a row.
 *
 * <p>Numbers of all kinds are compared as the server does: as doubles, and whole numbers that no double holds exactly.
 */
final class KeyEncoder {
    /** Stands for an array without elements, which sorts before null. */
    static final Object EMPTY_ARRAY = new Object();

    static final byte END = 0x00;
    static final byte MIN_KEY = 0x02;
    static final byte EMPTY = 0x03;
    static final byte NULL = 0x04;
    static final byte NUMBER = 0x10;
    static final byte STRING = 0x14;
    static final byte DOCUMENT = 0x18;
    static final byte ARRAY = 0x1C;
    static final byte BINARY = 0x20;
    static final byte LEGACY_UUID = 0x24;
    static final byte UUID_VALUE = 0x28;
    static final byte OBJECT_ID = 0x2C;
    static final byte BOOLEAN = 0x30;
    static final byte DATE = 0x34;
    static final byte TIMESTAMP = 0x38;
    static final byte OTHER = 0x40;
    static final byte MAX_KEY = 0x50;

    /** So many decimal digits are told apart by their nearest doubles. */
    private static final int EXACT_DIGITS = 15;

    private byte[] bytes = new byte[64];
    private int length;
    private boolean inexact;

    /** Appends a value, its bytes inverted for a descending field. */
    void append(Object value, boolean ascending) {
        int start = length;
        value(value);
        if (!ascending) {
            for (int i = start; i < length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void clear() {
        length = 0;
    }

    /** Whether a value was appended whose place among others the bytes do not tell: only equality can be trusted. */
    boolean isInexact() {
        return inexact;
    }

    static byte[] encode(Object value) {
        KeyEncoder encoder = new KeyEncoder();
        encoder.append(value, true);
        return encoder.toBytes();
    }

    /** The bytes with which all strings begin that begin with {@code prefix}. */
    static byte[] encodePrefix(String prefix) {
        byte[] whole = encode(prefix);
        return Arrays.copyOf(whole, whole.length - 1);
    }

    static byte[] encodeNumber(double value) {
        KeyEncoder encoder = new KeyEncoder();
        encoder.put(NUMBER);
        encoder.number(value);
        return encoder.toBytes();
    }

    private void value(Object value) {
        if (Missing.isNullOrMissing(value)) {
            put(NULL);
        } else if (value instanceof String text) {
            put(STRING);
            text(text);
        } else if (value instanceof Number number) {
            put(NUMBER);
            number(number);
        } else if (value instanceof Boolean bool) {
            put(BOOLEAN);
            put((byte) (bool ? 1 : 0));
        } else if (value instanceof Instant date) {
            put(DATE);
            signed(date.toEpochMilli());
        } else if (value == EMPTY_ARRAY) {
            put(EMPTY);
        } else if (value instanceof Document document) {
            put(DOCUMENT);
            document(document);
        } else if (value instanceof Collection<?> array) {
            array(array);
        } else if (value instanceof ObjectId id) {
            put(OBJECT_ID);
            put(id.toByteArray());
        } else if (value instanceof UUID uuid) {
            put(UUID_VALUE);
            unsigned(uuid.getMostSignificantBits());
            unsigned(uuid.getLeastSignificantBits());
        } else if (value instanceof LegacyUUID legacy) {
            put(LEGACY_UUID);
            signed(legacy.getUuid().getMostSignificantBits());
            signed(legacy.getUuid().getLeastSignificantBits());
        } else if (value instanceof BinData binary) {
            put(BINARY);
            unsigned(binary.getData().length);
            put(binary.getData());
        } else if (value instanceof BsonTimestamp timestamp) {
            put(TIMESTAMP);
            unsigned(timestamp.getValue());
        } else if (value instanceof MinKey) {
            put(MIN_KEY);
        } else if (value instanceof MaxKey) {
            put(MAX_KEY);
        } else {
            inexact = true;
            put(OTHER);
            text(
                    value instanceof BsonRegularExpression regex
                            ? regex.getPattern() + "/" + regex.getOptions()
                            : value instanceof BsonJavaScript script ? script.getCode() : "");
        }
    }

    /** The server compares arrays within documents by their least elements, but takes them as equal only when all are. */
    private void array(Collection<?> array) {
        inexact = true;
        put(ARRAY);
        array.forEach(this::value);
        put(END);
    }

    /** Field by field: the kind of the value, the name, the value. */
    private void document(Document document) {
        for (Map.Entry<String, Object> field : document.entrySet()) {
            int start = length;
            value(field.getValue());
            byte[] value = Arrays.copyOfRange(bytes, start, length);
            length = start;
            put(value[0]);
            text(field.getKey());
            put(value);
        }
        put(END);
    }

    private void number(Number number) {
        double nearest = number.doubleValue();
        number(nearest);
        long rest = 0;
        if (number instanceof Long whole) {
            rest = whole - (long) nearest;
        } else if (number instanceof Decimal128 decimal) {
            inexact |= !isToldApart(decimal, nearest);
        }
        inexact |= Double.isNaN(nearest);
        // a double is at most 512 off the whole number it stands for
        int biased = (int) rest + 0x8000;
        put((byte) (biased >> 8));
        put((byte) biased);
    }

    private static boolean isToldApart(Decimal128 decimal, double nearest) {
        if (Double.isNaN(nearest) || Double.isInfinite(nearest)) {
            return false;
        }
        BigDecimal value = decimal.toBigDecimal();
        return value.precision() <= EXACT_DIGITS && (nearest != 0) == (value.signum() != 0);
    }

    private void number(double value) {
        long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
        unsigned(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    }

    /**
     * In the order of {@link String#compareTo}, which is that of UTF-16: each unit by itself as UTF-8 would write it, 0
     * and 1 escaped, and 0 at the end.
     */
    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 2) {
                put((byte) 1);
                put((byte) (unit + 1));
            } else if (unit < 0x80) {
                put((byte) unit);
            } else if (unit < 0x800) {
                put((byte) (0xC0 | unit >> 6));
                put((byte) (0x80 | unit & 0x3F));
            } else {
                put((byte) (0xE0 | unit >> 12));
                put((byte) (0x80 | unit >> 6 & 0x3F));
                put((byte) (0x80 | unit & 0x3F));
            }
        }
        put(END);
    }

    private void signed(long value) {
        unsigned(value ^ Long.MIN_VALUE);
    }

    private void unsigned(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((byte) (value >> shift));
        }
    }

    private void put(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void put(byte one) {
        ensure(1);
        bytes[length++] = one;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
