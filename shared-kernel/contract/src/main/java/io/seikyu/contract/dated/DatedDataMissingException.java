package io.seikyu.contract.dated;

import java.time.LocalDate;

/**
 * The dated data (rates, holidays) does not reach a day, and nobody guesses. The message says what is missing for which
 * day and what to load; it is fit for a person who runs the system.
 */
public class DatedDataMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LocalDate day;

    public DatedDataMissingException(String message, LocalDate day) {
        super(message);
        this.day = day;
    }

    /** The day that is not covered. */
    public LocalDate day() {
        return day;
    }
}
