package io.seikyu.eventlog.mongo;

import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.StoredCommit;
import java.time.Instant;

/**
 * Where a commit stands, without its events.
 *
 * @param number     of the commit, from 0 without gaps: its document's id
 * @param first      position of its first event
 * @param last       position of its last event
 * @param recordedAt when it was recorded
 * @param hash       of the chain up to it
 * @param size       bytes of its body and keys, so that a reader knows what one answer can hold
 */
record Place(long number, long first, long last, Instant recordedAt, byte[] hash, int size) {
    /** What the first commit follows. */
    static final Place BEFORE_THE_FIRST = new Place(-1, -1, -1, Instant.MIN, CommitCodec.beforeTheFirst(), 0);

    static Place of(long number, StoredCommit commit, int size) {
        return new Place(
                number, commit.firstPosition(), commit.lastPosition(), commit.recordedAt(), commit.hash(), size);
    }

    boolean holds(long position) {
        return first <= position && position <= last;
    }
}
