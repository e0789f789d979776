package io.seikyu.contract.id;

/** All that is left out of views: there is one stream of it. */
public record DeadLettersId() {
    public static final String STREAM = Ids.AGENCY + "/dead-letter/discarded";

    @Override
    public String toString() {
        return STREAM;
    }
}
