package io.seikyu.query.ageing;

import java.math.BigDecimal;

/**
 * Open amounts by the days since they were due, yen.
 *
 * @param notDue that are due on the day itself, or later
 */
record Buckets(
        BigDecimal notDue,
        BigDecimal d1to30,
        BigDecimal d31to60,
        BigDecimal d61to90,
        BigDecimal over90,
        BigDecimal total) {
    static final Buckets NONE = new Buckets(
            BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    Buckets plus(long daysLate, BigDecimal amount) {
        return new Buckets(
                daysLate <= 0 ? notDue.add(amount) : notDue,
                within(1, daysLate, 30) ? d1to30.add(amount) : d1to30,
                within(31, daysLate, 60) ? d31to60.add(amount) : d31to60,
                within(61, daysLate, 90) ? d61to90.add(amount) : d61to90,
                daysLate > 90 ? over90.add(amount) : over90,
                total.add(amount));
    }

    private static boolean within(long from, long days, long to) {
        return from <= days && days <= to;
    }
}
