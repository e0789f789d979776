package io.seikyu.contract.id;

/**
 * A bank account (口座) that money comes in on: a client company's, or, with {@link Ids#AGENCY} as tenant, one of the
 * agency's own. Its stream is {@code <tenant>/bank-account/<value>}.
 */
public record BankAccountId(String tenant, String value) {
    public BankAccountId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /** Whether several client companies may be paid on it. */
    public boolean isOfAgency() {
        return tenant.equals(Ids.AGENCY);
    }

    /** The name of this account's stream. */
    @Override
    public String toString() {
        return tenant + "/bank-account/" + value;
    }
}
