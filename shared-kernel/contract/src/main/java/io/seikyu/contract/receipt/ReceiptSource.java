package io.seikyu.contract.receipt;

/**
 * Where a receipt is known from.
 *
 * @param bankAccountId the account that the money came in on, or null
 * @param file          the file that says so, by its hash, or null
 * @param identity      what makes it this and no other: of a bank record the digest of its account, day, reference,
 *                      amount, name and ordinal; of kept credit the credit note; of what the agency passed on the
 *                      agency's receipt; null for what a person recorded
 */
public record ReceiptSource(Kind kind, String bankAccountId, String file, String identity) {
    public static final ReceiptSource PERSON = new ReceiptSource(Kind.PERSON, null, null, null);

    public enum Kind {
        /** A person typed it in. */
        PERSON,
        /** A record of a bank's file (入金明細). */
        BANK_FILE,
        /** No new money: what a credit note gave back of a paid invoice, and the payer left here. */
        CREDIT_NOTE,
        /** It came in on a collective account of the agency, which passed it on to its client company. */
        AGENCY
    }
}
