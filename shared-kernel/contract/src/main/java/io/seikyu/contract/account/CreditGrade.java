package io.seikyu.contract.account;

/** How far a payer is trusted (与信格付), the best first. */
public enum CreditGrade {
    NORMAL,
    REDUCED_LIMIT,
    SHORTER_TERMS,
    PREPAYMENT,
    DECLINED;

    public boolean isWorseThan(CreditGrade other) {
        return compareTo(other) > 0;
    }
}
