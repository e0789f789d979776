package io.seikyu.contract.id;

/** A payer (請求先) of one client company. Its stream is {@code <tenant>/account/<value>}. */
public record AccountId(String tenant, String value) {
    public AccountId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /** The name of this account's stream. */
    @Override
    public String toString() {
        return tenant + "/account/" + value;
    }
}
