package io.seikyu.eventlog.proof;

import java.util.Optional;

/**
 * What a check of the log found.
 *
 * @param firstFault     the first thing that is not as it was written
 * @param through        the last position up to which everything is whole, or -1
 * @param vouchedThrough the last position within those that a checkpoint vouches for, or -1. Behind it the chain is
 *                       whole, but nobody can say whether there was more
 */
public record Verification(Optional<Fault> firstFault, long through, long vouchedThrough) {
    /**
     * Something that is not as it was written.
     *
     * @param position where, or -1 when it cannot be said
     */
    public record Fault(long position, String text) {}

    public boolean valid() {
        return firstFault.isEmpty();
    }

    /** All of it in words. */
    public String summary() {
        String found = firstFault
                .map(fault -> "Fault"
                        + (fault.position() < 0 ? "" : " at position " + fault.position())
                        + ": " + fault.text() + ". Whole through position " + through)
                .orElse("Whole through position " + through);
        return found + "; " + vouched() + ".";
    }

    private String vouched() {
        if (vouchedThrough < 0) {
            return "no checkpoint vouches for it, so whether events behind it were lost cannot be told";
        }
        if (vouchedThrough == through) {
            return "the last checkpoint vouches for all of it";
        }
        return "the last checkpoint vouches for it through position " + vouchedThrough + ", whether events behind "
                + through + " were lost cannot be told";
    }
}
