package io.seikyu.contract.id;

/** Something that falls due (予定). Its stream is {@code <tenant>/schedule/<value>}. */
public record ScheduleId(String tenant, String value) {
    public ScheduleId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /**
     * The id of what a cause puts on the agenda, e.g. {@code approval.expiry.a1}: the same cause gives the same id. What
     * would be too long ends in a digest.
     *
     * @param cause parts that are ids or numbers
     */
    public static ScheduleId of(String tenant, Object... cause) {
        return new ScheduleId(tenant, CausedIds.of(cause));
    }

    /** The name of this schedule's stream. */
    @Override
    public String toString() {
        return tenant + "/schedule/" + value;
    }
}
