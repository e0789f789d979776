package io.seikyu.contract.id;

/** A credit note (返還インボイス). Its stream is {@code <tenant>/credit-note/<value>}. */
public record CreditNoteId(String tenant, String value) implements NumberedId {
    public CreditNoteId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /** The name of this credit note's stream. */
    @Override
    public String toString() {
        return tenant + "/credit-note/" + value;
    }
}
