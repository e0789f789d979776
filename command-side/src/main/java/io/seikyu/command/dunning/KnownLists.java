package io.seikyu.command.dunning;

import io.seikyu.command.clearing.UnmatchedReceipts;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.LiveProjection;
import java.time.Duration;

/**
 * The lists that dunning looks into beside the log. One that is behind knows nothing: then nothing is decided, and it is
 * asked again.
 */
final class KnownLists {
    private static final Duration FOLLOW_WITHIN = Duration.ofSeconds(5);

    private final UnmatchedReceipts receipts;
    private final LiveProjection<?> creditNotes;
    private final EventLog log;

    KnownLists(UnmatchedReceipts receipts, LiveProjection<?> creditNotes, EventLog log) {
        this.receipts = receipts;
        this.creditNotes = creditNotes;
        this.log = log;
    }

    /**
     * Waits until they reflect what led to a decision. What comes later leads to a decision of its own, and is looked at
     * again right before anything leaves.
     *
     * @throws IllegalStateException when they do not in time
     */
    void upTo(long position) {
        if (!receipts.await(position, FOLLOW_WITHIN) || !creditNotes.await(position, FOLLOW_WITHIN)) {
            throw new IllegalStateException("what came in, or is credited, is not known up to " + position);
        }
    }

    /** Up to which they do already. */
    long position() {
        return Math.min(receipts.position(), creditNotes.position());
    }

    void upToNow() {
        upTo(log.head());
    }
}
