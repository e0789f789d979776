package io.seikyu.contract.id;

/** Money that came in (入金). Its stream is {@code <tenant>/receipt/<value>}. */
public record ReceiptId(String tenant, String value) {
    public ReceiptId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /** The name of this receipt's stream. */
    @Override
    public String toString() {
        return tenant + "/receipt/" + value;
    }
}
