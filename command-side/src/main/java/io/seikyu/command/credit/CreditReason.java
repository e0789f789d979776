package io.seikyu.command.credit;

/**
 * Why a payer is graded as it is. Client companies are shown these codes, so none of them tells a bureau's score, a
 * source, or a suspicion.
 */
public enum CreditReason {
    EXTERNAL_ASSESSMENT_GOOD,
    EXTERNAL_ASSESSMENT_LOW,
    PAYS_ON_TIME,
    PAYS_LATE,
    PAYING_SLOWER,
    PROMISES_BROKEN,
    /** Something is due and unpaid for longer than the policy overlooks. */
    OVERDUE,
    UNPAID_HISTORY,
    YOUNG_COMPANY,
    DATA_INCONSISTENT,
    /** Parts of the scorecard have no data, so the grade is not the best. */
    DATA_MISSING,
    POSITIVE_NEWS,
    /** The grade is one lower for it. */
    DETERIORATION,
    /** A person looks into it; until then nothing more is covered. */
    UNDER_REVIEW,
    AMOUNT_ABOVE_LIMIT,
    INSOLVENT,
    /** 総合的な判断: no single reason is told. */
    GENERAL_ASSESSMENT
}
