package io.seikyu.query.past;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Projections;
import io.seikyu.web.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds streams from the log up to a moment: what was known then, however it was put right since. */
@Component
public class Past {
    private static final int BATCH = 500;

    private final EventLog log;
    private final EventCodec codec;
    private final Projections projections;

    Past(EventLog log, EventCodec codec, Projections projections) {
        this.log = log;
        this.codec = codec;
        this.projections = projections;
    }

    /**
     * @param id    of the thing, of the projection's kind of stream
     * @param asOf  events of this very instant are in
     * @return empty when nothing of it was known yet
     * @throws ProblemException 409 {@code event-in-the-way} when an event up to then cannot be applied and nobody discarded it
     */
    public <V> Optional<V> find(Projection<V> projection, String tenant, String id, Instant asOf) {
        String stream = tenant + "/" + projection.streamType() + "/" + id;
        Folding<V> folding = new Folding<>(projection, codec, projections);
        V view = null;
        long sequence = 0;
        while (true) {
            List<StoredEvent> events = log.readStream(stream, sequence, BATCH);
            for (StoredEvent event : events) {
                if (event.event().at().isAfter(asOf)) {
                    return Optional.ofNullable(view);
                }
                view = next(projection, folding, event);
                sequence = event.event().sequence() + 1;
            }
            if (events.size() < BATCH) {
                return Optional.ofNullable(view);
            }
        }
    }

    private static <V> @Nullable V next(Projection<V> projection, Folding<V> folding, StoredEvent event) {
        try {
            return folding.next(event);
        } catch (LogUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ProblemException(
                            409,
                            "event-in-the-way",
                            "The event at position " + event.position()
                                    + " cannot be applied by this version, so what was known then cannot be told.")
                    .with("position", event.position())
                    .with("eventId", event.event().id())
                    .with("deadLetter", projection.name() + ":" + event.event().id());
        }
    }
}
