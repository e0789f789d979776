package io.seikyu.contract.id;

/**
 * Something that waits for a person's approval (承認). Its stream is {@code <tenant>/approval/<value>}. What the agency
 * deliberates alone has an {@linkplain Ids#isInternal internal} id.
 */
public record ApprovalId(String tenant, String value) {
    public ApprovalId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /**
     * The id of what a cause asks for, e.g. {@code reminder.a1.3.CLIENT}: the same cause gives the same id.
     *
     * @param cause parts that are ids or words
     */
    public static ApprovalId of(String tenant, Object... cause) {
        return new ApprovalId(tenant, CausedIds.of(cause));
    }

    public boolean isInternal() {
        return Ids.isInternal(value);
    }

    /** The name of this approval's stream. */
    @Override
    public String toString() {
        return tenant + "/approval/" + value;
    }
}
