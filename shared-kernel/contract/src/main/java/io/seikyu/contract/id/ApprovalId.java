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

    public boolean isInternal() {
        return Ids.isInternal(value);
    }

    /** The name of this approval's stream. */
    @Override
    public String toString() {
        return tenant + "/approval/" + value;
    }
}
