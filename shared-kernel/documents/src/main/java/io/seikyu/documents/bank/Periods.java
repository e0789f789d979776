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

    /** A day that is far outside the header's was read in another era than it was written in. */
    static void refuseOutside(ZenginRecord data, LocalDate booked, ZenginSection section) {
        if (booked != null
                && (section.from() != null && booked.isBefore(section.from().minusYears(1))
                        || section.to() != null && booked.isAfter(section.to().plusYears(1)))) {
            data.fault("booked", "outside-period", "is more than a year outside the days that the header names");
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
