package io.seikyu.eventlog.proof;

import io.seikyu.eventlog.CommitCodec;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Goes from commit to commit as long as each follows the one before. */
final class ChainWalk {
    private final StreamOrder streams;
    private byte[] hash = CommitCodec.beforeTheFirst();
    private Instant recordedAt = Instant.MIN;
    private long through = -1;

    ChainWalk(StreamOrder streams) {
        this.streams = streams;
    }

    /** Goes on behind what was checked before. */
    ChainWalk(StreamOrder streams, Standing from) {
        this.streams = streams;
        this.hash = HexFormat.of().parseHex(from.hash());
        this.recordedAt = from.recordedAt();
        this.through = from.through();
    }

    Standing standing(long vouched) {
        return new Standing(through, HexFormat.of().formatHex(hash), recordedAt, vouched);
    }

    long through() {
        return through;
    }

    /** Why {@code commit} does not follow; empty when it does, and then the walk stands behind it. */
    Optional<String> fault(StoredCommit commit) {
        if (commit.firstPosition() != through + 1) {
            return Optional.of("the next commit begins at " + commit.firstPosition());
        }
        byte[] expected = CommitCodec.hash(hash, commit.body());
        if (!Arrays.equals(expected, commit.hash())) {
            return Optional.of("the hash of the commit is not that of its bytes and of the commit before it");
        }
        byte[] body = CommitCodec.encode(commit.firstPosition(), commit.recordedAt(), commit.commit());
        if (!Arrays.equals(body, commit.body())) {
            return Optional.of("what is read of the commit is not what its hash covers");
        }
        if (commit.recordedAt().isBefore(recordedAt)) {
            return Optional.of("the time " + commit.recordedAt() + " is before that of the commit before it");
        }
        for (StoredEvent event : commit.events()) {
            Optional<String> fault = streams.fault(event);
            if (fault.isPresent()) {
                return fault;
            }
        }
        hash = expected;
        recordedAt = commit.recordedAt();
        through = commit.lastPosition();
        return Optional.empty();
    }
}
