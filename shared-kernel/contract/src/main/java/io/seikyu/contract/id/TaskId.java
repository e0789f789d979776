package io.seikyu.contract.id;

/** Something a person has to do (要対応). Its stream is {@code <tenant>/task/<value>}. */
public record TaskId(String tenant, String value) {
    public TaskId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /**
     * The id of the task that a cause opens, e.g. {@code review.i1.2}: the same cause gives the same id. What would be
     * too long ends in a digest.
     *
     * @param cause parts that are ids or numbers
     */
    public static TaskId of(String tenant, Object... cause) {
        return new TaskId(tenant, CausedIds.of(cause));
    }

    /** The name of this task's stream. */
    @Override
    public String toString() {
        return tenant + "/task/" + value;
    }
}
