package io.seikyu.contract.account;

/** What is proposed for a payer of a grade (与信措置), the mildest first. It binds only when it is taken. */
public enum CreditMeasure {
    /** Everything stays as it is. */
    NONE,
    /** Bill less at a time (金額の見直し). */
    REDUCE_AMOUNT,
    /** An earlier day of payment (支払条件の短縮). */
    SHORTER_TERMS,
    /** Smaller sums, one after another (分割払い). */
    INSTALMENTS,
    /** Pay before delivery (前払い). */
    PREPAYMENT,
    /** Somebody else answers for the debt (保証). */
    GUARANTEE,
    /** No new business on credit (取引の見合わせ). */
    DECLINE
}
