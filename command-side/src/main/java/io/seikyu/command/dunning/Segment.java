package io.seikyu.command.dunning;

/** Payers that are alike to dunning (督促区分). */
enum Segment {
    PROMPT,
    STANDARD,
    HABITUALLY_LATE,
    /** In difficulties for a while, as recorded. */
    IN_HARDSHIP,
    /** Deteriorating. */
    AT_RISK
}
