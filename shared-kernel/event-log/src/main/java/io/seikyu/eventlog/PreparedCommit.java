package io.seikyu.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A commit on its way into the log: checked and encoded by the thread that brings it, so that whoever leads the group
 * only gives it its place.
 *
 * @param keys         all it claims, see {@link Keys#of}
 * @param predecessors keys that have to be taken before it: what its first event of each stream follows
 * @param unplaced     its bytes but for position and time
 */
public record PreparedCommit(NewCommit commit, List<String> keys, List<String> predecessors, byte[] unplaced) {
    /** The most bytes one commit may have. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    /**
     * @throws CommitTooLargeException  when it is too large
     * @throws IllegalArgumentException when a key stands in it twice or a stream has a gap
     */
    public static PreparedCommit of(NewCommit commit) {
        byte[] unplaced = CommitCodec.encode(0, Instant.EPOCH, commit);
        if (unplaced.length > MAX_BYTES) {
            throw new CommitTooLargeException(
                    "a commit of " + unplaced.length + " bytes; at most " + MAX_BYTES + " are taken");
        }
        return new PreparedCommit(commit, Keys.of(commit), predecessors(commit), unplaced);
    }

    /** This commit at its place in the chain. */
    public StoredCommit at(long firstPosition, Instant recordedAt, byte[] previousHash) {
        byte[] body = CommitCodec.place(unplaced, firstPosition, recordedAt);
        return new StoredCommit(firstPosition, recordedAt, commit, body, CommitCodec.hash(previousHash, body));
    }

    private static List<String> predecessors(NewCommit commit) {
        Map<String, Long> last = new HashMap<>();
        List<String> predecessors = new ArrayList<>(2);
        for (NewEvent event : commit.events()) {
            if (event.stream() == null) {
                continue;
            }
            Long before = last.put(event.stream(), event.sequence());
            if (before == null && event.sequence() > 0) {
                predecessors.add(Keys.sequence(event.stream(), event.sequence() - 1));
            } else if (before != null && event.sequence() != before + 1) {
                throw new IllegalArgumentException(
                        "event " + event.sequence() + " of stream " + event.stream() + " follows event " + before);
            }
        }
        return predecessors;
    }
}
