package io.seikyu.embedded.index;

import java.util.Arrays;

/**
 * A part of an index, or of one field of it: everything from {@code from} on and before {@code to}.
 *
 * @param from  inclusive
 * @param to    exclusive; null when there is no end
 * @param point whether it holds one value only, {@code from} being all its bytes
 */
record Range(byte[] from, byte[] to, boolean point) {
    static final Range ALL = new Range(new byte[0], null, false);

    /** Everything that begins with {@code bytes}. */
    static Range point(byte[] bytes) {
        return new Range(bytes, after(bytes), true);
    }

    /** Everything from what begins with {@code low} to what begins with {@code high}. */
    static Range between(byte[] low, byte[] high) {
        return new Range(low, after(high), false);
    }

    /** The same values in a descending field. */
    static Range descending(byte[] low, byte[] high, boolean point) {
        byte[] from = inverted(high);
        return point ? point(from) : between(from, inverted(low));
    }

    private static byte[] inverted(byte[] bytes) {
        byte[] inverted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            inverted[i] = (byte) ~bytes[i];
        }
        return inverted;
    }

    /** The least bytes that are greater than all that begin with these; null when there are none. */
    private static byte[] after(byte[] bytes) {
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(bytes, i + 1);
                next[i]++;
                return next;
            }
        }
        return null;
    }

    Range and(Range other) {
        Range later = Arrays.compareUnsigned(from, other.from) >= 0 ? this : other;
        byte[] end =
                to == null ? other.to : other.to == null || Arrays.compareUnsigned(to, other.to) <= 0 ? to : other.to;
        boolean within = later.point && Arrays.equals(end, later.to);
        return new Range(later.from, end, within);
    }

    boolean isEmpty() {
        return to != null && Arrays.compareUnsigned(from, to) >= 0;
    }

    /** This range of a field behind other fields that have the values {@code prefix}. */
    Range behind(byte[] prefix) {
        byte[] start = concat(prefix, from);
        return new Range(start, to == null ? after(prefix) : concat(prefix, to), point);
    }

    private static byte[] concat(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
