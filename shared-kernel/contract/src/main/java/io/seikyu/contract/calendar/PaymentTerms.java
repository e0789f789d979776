package io.seikyu.contract.calendar;

/**
 * Terms of payment (支払条件): closing day, months after it, day of payment, and what happens on a bank holiday.
 * Days are {@code 1} to {@code 28} or {@value #EOM}, the end of the month.
 */
public record PaymentTerms(String closingDay, int monthOffset, String payDay, Shift shift) {
    public static final String EOM = "EOM";

    /** Where a day of payment goes that is no banking day. */
    public enum Shift {
        PREVIOUS,
        NEXT,
        NONE
    }
}
