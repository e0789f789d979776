package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.LogUnavailableException;
import java.nio.file.Path;

/**
 * The room on the disk. Some of it is kept free: the database needs it to write its tables and to be opened again, and a
 * commit that is refused beforehand is surely not stored.
 *
 * @param reserve bytes
 */
record Room(Path directory, long reserve) {
    private static final long MIB = 1024 * 1024;

    /** All that may be waiting in memory for a table, twice, and a segment of the journal. */
    static final long RESERVE = 96 * MIB;

    /** What opening the database anew may write, beside the tables of what is in the journal. */
    private static final long REOPENING = 16 * MIB;

    /** @throws LogUnavailableException when less than the reserve is free; nothing was stored */
    void checkForWriting() {
        check(reserve);
    }

    /**
     * @param unwritten bytes in the journal that may have to be written into tables
     * @throws LogUnavailableException when the database might not open again once it is closed
     */
    void checkForReopening(long unwritten) {
        check(Math.max(reserve, REOPENING + unwritten));
    }

    private void check(long needed) {
        long free = directory.toFile().getUsableSpace();
        if (free < needed) {
            throw new LogUnavailableException(
                    "the disk of the log in " + directory + " is full: " + free / MIB + " MiB are free, " + needed / MIB
                            + " MiB are needed; nothing was stored, and it goes on as soon as there is room",
                    null,
                    false);
        }
    }
}
