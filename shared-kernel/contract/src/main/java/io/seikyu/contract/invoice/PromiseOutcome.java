package io.seikyu.contract.invoice;

/** What became of a payer's promise to pay. */
public enum PromiseOutcome {
    KEPT,
    BROKEN,
    /** Another promise took its place before it was judged. */
    REPLACED,
    /** What was promised is not asked for any more: credited, given up, or the invoice is over. */
    LAPSED
}
