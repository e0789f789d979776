package io.seikyu.eventlog.proof;

import io.seikyu.eventlog.LogDamagedException;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.proof.Verification.Fault;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The checkpoints, held against the commits that pass by. */
final class Vouchers {
    private final NavigableMap<Long, List<Checkpoint>> byPosition = new TreeMap<>();
    private long metThrough = -1;

    /** @throws LogDamagedException when one speaks of another log */
    Vouchers(UUID logId, List<Checkpoint> checkpoints) {
        for (Checkpoint checkpoint : checkpoints) {
            if (!checkpoint.logId().equals(logId)) {
                throw new LogDamagedException(
                        "this is log " + logId + ", the checkpoints vouch for log " + checkpoint.logId(), null);
            }
            byPosition
                    .computeIfAbsent(checkpoint.position(), position -> new ArrayList<>())
                    .add(checkpoint);
        }
    }

    /** Up to there they were held against the log before. */
    void metThrough(long position) {
        metThrough = position;
    }

    /** Why a checkpoint contradicts {@code commit}. */
    Optional<String> fault(StoredCommit commit) {
        String hash = HexFormat.of().formatHex(commit.hash());
        return within(commit).values().stream()
                .flatMap(List::stream)
                .filter(checkpoint -> checkpoint.position() != commit.lastPosition()
                        || !checkpoint.hash().equals(hash))
                .findFirst()
                .map(checkpoint -> "the checkpoint of " + checkpoint.time() + " for position " + checkpoint.position()
                        + " vouches for another commit");
    }

    void met(StoredCommit commit) {
        if (!within(commit).isEmpty()) {
            metThrough = commit.lastPosition();
        }
    }

    private NavigableMap<Long, List<Checkpoint>> within(StoredCommit commit) {
        return byPosition.subMap(commit.firstPosition(), true, commit.lastPosition(), true);
    }

    /** The last position that a checkpoint vouches for and the log has. */
    long metThrough() {
        return metThrough;
    }

    /** What is missing when the log ends at {@code end}. */
    Optional<Fault> lostBehind(long end) {
        if (byPosition.isEmpty() || byPosition.lastKey() <= end) {
            return Optional.empty();
        }
        long vouched = byPosition.lastKey();
        Checkpoint last = byPosition.get(vouched).get(0);
        return Optional.of(new Fault(
                end + 1,
                "the tail is lost: the log ends at " + end + ", the checkpoint of " + last.time() + " vouches for "
                        + vouched));
    }
}
