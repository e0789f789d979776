package io.seikyu.documents.bank;

import java.time.LocalDate;

/** What is checked alike in both kinds of 全銀 file. */
final class Periods {
    /** A cheque becomes money some days after it is booked. */
    private static final int LATEST_VALUE = 31;

    private Periods() {}

    static void refuseTurned(ZenginRecord header, LocalDate from, LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            header.fault("to", "ends-before-it-begins", "is before " + from);
        }
    }

    /** How late a value date (起算日) may be that belongs to a day of booking; null when there is none. */
    static LocalDate latestValueDate(LocalDate booked) {
        return booked == null ? LocalDate.MAX : booked.plusDays(LATEST_VALUE);
    }

    /** A sum of the trailer that is not what the records come to. */
    static void differ(ZenginRecord trailer, String field, long said, long read) {
        if (said != read) {
            trailer.fault(field, "sum-differs", "says " + said + ", but the records come to " + read);
        }
    }
}
