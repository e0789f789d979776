package io.seikyu.eventlog.rocksdb.journal;

/**
 * How large the files of a journal are, in bytes. Each is twice as large as the one before it until it is as large as
 * they get, so a small log keeps a small journal.
 *
 * @param first     of the first segment
 * @param largest   of the largest, unless one group of commits needs more
 * @param unflushed when full segments that the database still needs come to this, it is made to write its tables
 */
public record Sizes(long first, long largest, long unflushed) {
    private static final long MIB = 1024 * 1024;

    public static final Sizes USUAL = new Sizes(MIB, 32 * MIB, 64 * MIB);

    public Sizes {
        if (first < 2 * Frame.BLOCK || first % Frame.BLOCK != 0 || largest < first || largest % Frame.BLOCK != 0) {
            throw new IllegalArgumentException("segments from " + first + " to " + largest + " bytes");
        }
    }

    long after(long size) {
        return Math.min(largest, Math.max(first, 2 * size));
    }
}
