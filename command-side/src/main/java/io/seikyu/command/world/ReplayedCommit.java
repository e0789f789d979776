package io.seikyu.command.world;

import java.time.Instant;
import java.util.List;

/**
 * What was decided at once.
 *
 * @param recordedAt business time
 * @param events     in the order in which they happened; what belongs to no stream is left out
 */
public record ReplayedCommit(long firstPosition, long lastPosition, Instant recordedAt, List<ReplayedEvent> events) {
    /** Business time of what it says, which in a log that was copied is before it was recorded there. */
    public Instant happenedAt() {
        return events.isEmpty() ? recordedAt : events.get(0).message().getTimestamp();
    }
}
