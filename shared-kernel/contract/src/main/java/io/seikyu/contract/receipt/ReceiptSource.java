package io.seikyu.contract.receipt;

import java.time.LocalDate;

/**
 * Where a receipt is known from.
 *
 * @param bankAccountId the account that the money came in on, or null; the agency's where the kind says so
 * @param file          the file that says so, by its hash, or null
 * @param identity      what makes it this and no other: of a bank record the digest of its account, day, reference,
 *                      amount, name and ordinal; of kept credit the credit note; of what the agency passed on the
 *                      agency's receipt; null for what a person recorded
 * @param valueOn       the day from which the bank counts it (起算日), or null
 * @param remittance    what the payer wrote along (EDI情報), or null; personal data as the payer's name is
 */
public record ReceiptSource(
        Kind kind, String bankAccountId, String file, String identity, LocalDate valueOn, String remittance) {
    /** Of what no bank's file tells. */
    public ReceiptSource(Kind kind, String bankAccountId, String file, String identity) {
        this(kind, bankAccountId, file, identity, null, null);
    }

    public static final ReceiptSource PERSON = new ReceiptSource(Kind.PERSON, null, null, null);

    public enum Kind {
        /** A person typed it in. */
        PERSON,
        /** A record of a bank's file (入金明細). */
        BANK_FILE,
        /** No new money: what a credit note gave back of a paid invoice, and the payer left here. */
        CREDIT_NOTE,
        /** It came in on a collective account of the agency, which passed it on to its client company. */
        AGENCY,
        /** A record of a bank's file on a collective account of the agency, which named the client company by itself. */
        COLLECTIVE
    }
}
