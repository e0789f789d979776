package io.seikyu.command.matching;

/** Why a receipt was matched as it was, or why it was not. */
public enum MatchReason {
    /** It is known who paid. */
    PAYER_KNOWN,
    /** The money came in on this payer's virtual account (バーチャル口座). */
    VIRTUAL_ACCOUNT,
    /** The payer's name, earlier ones included. */
    NAME,
    /** The name, where one of the two does not say the corporate form. */
    NAME_WITHOUT_FORM,
    /** The beginning of the name, cut where banks cut. */
    NAME_CUT,
    /** The name, with another branch or without one. */
    NAME_OTHER_BRANCH,
    /** The name, with the corporate form on the other side (前株・後株). */
    NAME_OTHER_PLACE,
    /** The name under another corporate form, so probably another company. */
    NAME_OTHER_FORM,
    /** A name that a person taught for this payer. */
    ALIAS,
    /** Digits before the name were passed over. */
    DIGITS_BEFORE_NAME,
    /** The amount is exactly what one invoice has open. */
    AMOUNT,
    /** The amount is the sum of all invoices that are due on one day, or on several that follow each other. */
    DUE_TOGETHER,
    /** The amount is the sum of several invoices, while others that are due between them stay open. */
    SUM_WITH_GAPS,
    /** The amount is short by a transfer fee that the contract lets the payer deduct. */
    TRANSFER_FEE,
    /** Of several invoices over the same amount, the one that is due first. */
    OLDEST_DUE,
    /** The day of the booking lies near the due date. */
    NEAR_DUE_DATE,

    /** Nothing is known that this could be for. */
    NOBODY_KNOWN,
    /** The virtual account is one payer's and the name another's. */
    ACCOUNT_AND_NAME_DIFFER,
    /** It fits several payers alike. */
    SEVERAL_PAYERS,
    /** It fits the payer's invoices in several ways. */
    SEVERAL_WAYS,
    /** The payer is known, and the amount fits none of the invoices. */
    AMOUNT_FITS_NOTHING,
    /** Only the amount speaks for it. */
    AMOUNT_ALONE,
    /** There are so many open invoices, or so round ones, that some of them would come to this amount by chance. */
    SUM_BY_CHANCE,
    /** The difference is within the cap, but no fee that banks take, and another invoice may be meant. */
    UNUSUAL_FEE,
    /** An invoice over exactly this amount is paid already: it may have been paid again (二重払い). */
    PAID_BEFORE,
    /** A round amount, or half of another invoice, is rather a part than an invoice less the fee. */
    ROUND_AMOUNT,
    /** Costs or interest were claimed beside the invoice, and take of the money first (民法489). */
    CHARGES_CLAIMED,
    /** The policy leaves matches of this score to a person. */
    BELOW_AUTOMATIC
}
