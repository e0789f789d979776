package io.seikyu.contract.id;

/** The business clock of a sandbox. Its stream is {@code agency/clock/business}. */
public record ClockId() {
    public static final String STREAM = Ids.AGENCY + "/clock/business";

    @Override
    public String toString() {
        return STREAM;
    }
}
