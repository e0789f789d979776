package io.seikyu.projection;

import io.seikyu.contract.deadletter.DeadLetterEvent.DeadLetterDiscarded;
import io.seikyu.contract.id.DeadLettersId;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which events are left out of which projections, as the log says; few, if any. */
final class Discards {
    private static final int BATCH = 500;

    private final EventLog log;
    private final Map<String, Set<String>> byProjection = new ConcurrentHashMap<>();
    private long next;

    Discards(EventLog log) {
        this.log = log;
        refresh();
    }

    /** @return whether there is news */
    synchronized boolean refresh() {
        long before = next;
        List<StoredEvent> found;
        do {
            found = log.readStream(DeadLettersId.STREAM, next, BATCH);
            for (StoredEvent stored : found) {
                // nothing of it is sealed
                DeadLetterDiscarded event =
                        EventJson.mapper().readValue(stored.event().payload(), DeadLetterDiscarded.class);
                byProjection
                        .computeIfAbsent(event.projection(), name -> ConcurrentHashMap.newKeySet())
                        .add(event.eventId());
            }
            next += found.size();
        } while (found.size() == BATCH);
        return next > before;
    }

    boolean has(Projection<?> projection, String eventId) {
        return byProjection.getOrDefault(projection.name(), Set.of()).contains(eventId);
    }
}
