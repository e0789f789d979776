package io.seikyu.contract.id;

/** An invoice (請求書). Its stream is {@code <tenant>/invoice/<value>}. */
public record InvoiceId(String tenant, String value) implements NumberedId {
    public InvoiceId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /** The name of this invoice's stream. */
    @Override
    public String toString() {
        return tenant + "/invoice/" + value;
    }
}
