package io.seikyu.contract.id;

/** A contract (契約) between a client company and one of its payers. Its stream is {@code <tenant>/contract/<value>}. */
public record ContractId(String tenant, String value) {
    public ContractId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /** The name of this contract's stream. */
    @Override
    public String toString() {
        return tenant + "/contract/" + value;
    }
}
