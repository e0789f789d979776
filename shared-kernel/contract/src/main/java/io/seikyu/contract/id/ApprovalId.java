package io.seikyu.contract.id;

/**
 * Something that waits for a person's approval (承認). Its stream is {@code <tenant>/approval/<value>}. Ids that begin
 * with {@value #INTERNAL} are those of the agency's own deliberations: no key of a client company is shown anything of
 * them, and the name alone says so.
 */
public record ApprovalId(String tenant, String value) {
    private static final String INTERNAL = "internal.";

    public ApprovalId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /** @param unique within the client company */
    public static ApprovalId internal(String tenant, String unique) {
        return new ApprovalId(tenant, INTERNAL + unique);
    }

    public boolean isInternal() {
        return isInternal(value);
    }

    public static boolean isInternal(String value) {
        return value.startsWith(INTERNAL);
    }

    /** The name of this approval's stream. */
    @Override
    public String toString() {
        return tenant + "/approval/" + value;
    }
}
