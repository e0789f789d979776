package io.seikyu.contract.invoice;

/** What is claimed beside an invoice, in the order in which payments settle it (民法 489). */
public enum ChargeKind {
    /** What collecting it cost (費用). */
    COST,
    /** Interest on late payment (遅延損害金). */
    INTEREST
}
