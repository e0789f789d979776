package io.seikyu.contract.account;

/** What may be heard of a payer (信用情報). */
public enum SignalKind {
    /** A credit bureau's score, out of 100. */
    BUREAU_SCORE,
    DETERIORATION,
    BANKRUPTCY,
    /** 反社会的勢力: counts once a person confirmed it, and is shown to nobody of a client company. */
    ANTI_SOCIAL,
    REGISTRY_MISMATCH,
    TAX_ARREARS,
    POSITIVE
}
