package io.seikyu.contract.id;

/** The dunning of one payer of one client company; it has the payer's id. Its stream is {@code <tenant>/dunning/<value>}. */
public record DunningId(String tenant, String value) {
    public DunningId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    public static DunningId of(AccountId payer) {
        return new DunningId(payer.tenant(), payer.value());
    }

    public AccountId payer() {
        return new AccountId(tenant, value);
    }

    /** The name of this stream. */
    @Override
    public String toString() {
        return tenant + "/dunning/" + value;
    }
}
