package io.seikyu.contract.approval;

/** What is waited for with. */
public enum ApprovalKind {
    /** A claim, or a part of it, is given up (貸倒れ・債権放棄). */
    WRITE_OFF,
    /** Money is paid back to a payer (返金). */
    REFUND,
    /** A measure of credit: the contract's terms change (与信措置). */
    MEASURE,
    /** Money will go to, or come in at, another bank account (口座変更). */
    BANK_ACCOUNT_CHANGE,
    /** A credit note is issued (返還インボイス). */
    CREDIT_NOTE,
    /** A payer is reminded (督促). */
    REMINDER,
    /** A payer pays in instalments (分割払い). */
    INSTALMENT_PLAN
}
