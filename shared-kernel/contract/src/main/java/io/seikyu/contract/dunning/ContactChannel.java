package io.seikyu.contract.dunning;

/** By what way a payer is reminded. */
public enum ContactChannel {
    MAIL,
    /** A call that a person makes (架電). */
    PHONE,
    LETTER,
    /** A letter whose text and receipt the post office certifies (内容証明郵便). */
    CERTIFIED_LETTER,
    /** Steps at court, or handing the case over. */
    LEGAL;

    /** Whether several invoices at several stages may stand in one message. */
    public boolean isInformal() {
        return this == MAIL || this == PHONE;
    }
}
