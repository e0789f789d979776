package io.seikyu.contract.id;

/** Money that came in (入金). Its stream is {@code <tenant>/receipt/<value>}. */
public record ReceiptId(String tenant, String value) {
    public ReceiptId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /** What begins the ids of kept credit, and no other. */
    public static final String KEPT = "kept.";

    /** The receipt as which is kept what this credit note gave back of a paid invoice. */
    public static ReceiptId of(CreditNoteId creditNote) {
        return new ReceiptId(
                creditNote.tenant(),
                TaskId.of(creditNote.tenant(), "kept", creditNote.value()).value());
    }

    /** What begins the ids of money that the agency passed on, and no other. */
    public static final String PASSED_ON = "agency.";

    /** This receipt of the agency, once it is known to be that client company's. */
    public ReceiptId passedOnTo(String client) {
        return new ReceiptId(client, TaskId.of(client, "agency", value).value());
    }

    /** The name of this receipt's stream. */
    @Override
    public String toString() {
        return tenant + "/receipt/" + value;
    }
}
