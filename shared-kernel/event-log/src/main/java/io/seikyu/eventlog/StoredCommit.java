package io.seikyu.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A commit of the log.
 *
 * @param firstPosition of its first event; its k events take k consecutive positions
 * @param recordedAt    when it was recorded
 * @param body          the engine-independent bytes that the hash covers, see {@link CommitCodec}
 * @param hash          SHA-256 over the hash of the commit before it and {@code body}
 */
public record StoredCommit(long firstPosition, Instant recordedAt, NewCommit commit, byte[] body, byte[] hash) {
    public long lastPosition() {
        return firstPosition + commit.events().size() - 1;
    }

    public List<StoredEvent> events() {
        List<StoredEvent> events = new ArrayList<>(commit.events().size());
        for (int i = 0; i < commit.events().size(); i++) {
            events.add(new StoredEvent(
                    firstPosition + i, recordedAt, commit.events().get(i)));
        }
        return events;
    }
}
