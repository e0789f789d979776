package io.seikyu.eventlog;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * All events of one unit of work: stored whole or not at all.
 *
 * @param id     names the commit, so that it can be looked for after an unknown outcome
 * @param tenant the one tenant whose streams it touches
 * @param events at least one
 * @param claims further unique keys; {@code stream/sequence} and event ids are claimed without being named here
 */
public record NewCommit(UUID id, String tenant, List<NewEvent> events, Set<String> claims) {
    public NewCommit {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a commit holds at least one event");
        }
        for (NewEvent event : events) {
            if (event.stream() != null && !event.stream().startsWith(tenant + "/")) {
                throw new IllegalArgumentException("stream " + event.stream() + " is not of tenant " + tenant);
            }
        }
        events = List.copyOf(events);
        claims = Set.copyOf(claims);
    }
}
