package io.seikyu.command.dunning;

/** Why a payer is reminded as he is, or is not. */
enum ReasonCode {
    /** The day of the step has come. */
    STEP_DUE,
    PROMISE_BROKEN,

    NOT_ISSUED,
    NOT_DELIVERED,
    CORRECTION_PENDING,
    CREDIT_NOTE_PENDING,
    DISPUTED,
    PARTLY_DISPUTED,
    HELD,
    BALANCE_ZERO,
    BELOW_LEAST_BALANCE,
    RECEIPT_MAY_BE_THIS,
    BANK_DATA_DOES_NOT_COVER,
    PROMISED,
    PAYER_INSOLVENT,
    HANDED_BACK,
    ASSIGNMENT_NOT_NOTIFIED,
    CONTACTS_EXHAUSTED,
    /** It waited until then. */
    OUTSIDE_CONTACT_HOURS,
    /** A person said no to it. */
    DECLINED,

    CLIENT_HOLDS_CLAIM,
    SUPPORTIVE_CASE,
    PERSON_BY_POLICY,
    NEVER_AUTOMATIC,
    OVERDUE_WHEN_BOUGHT,
    NO_ADDRESS,
    /** Everybody who has to had agreed to the same, which could not leave then. */
    AGREED_BEFORE,

    BACKGROUND_RECORDED,
    FEW_SETTLED_INVOICES,
    ON_TIME_RATIO,
    AVERAGE_DELAY,
    LONG_DELAYS
}
