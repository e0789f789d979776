package io.seikyu.contract.dunning;

/** In which voice a payer is spoken to (口調). */
public enum Tone {
    /** To those who nearly always pay on time. */
    GENTLE,
    STANDARD,
    /** To those who are late as a rule. */
    FIRM,
    /** To those who are in difficulties for a while (配慮). */
    SUPPORTIVE
}
