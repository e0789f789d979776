package io.seikyu.projection;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.projection.ParkedSequences.Parking;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;

/** A dead letter as a projection writes it. */
public final class ParkedByHand {
    private ParkedByHand() {}

    /**
     * The last event of a stream, as if it could not be applied.
     *
     * @param message of the exception, which may hold what the event held
     */
    public static void park(LiveProjection<?> live, EventLog log, String stream, String message) {
        List<StoredEvent> events = log.readStream(stream, 0, 1_000);
        StoredEvent last = events.get(events.size() - 1);
        Sighting at = new Sighting(
                stream,
                events.size() - 1L,
                last.position(),
                new GenericEventMessage<>(last.event().id(), "", Map.of(), Instant.EPOCH));
        live.parked().park(List.of(new Parking(stream, at, new IllegalStateException(message))));
    }
}
