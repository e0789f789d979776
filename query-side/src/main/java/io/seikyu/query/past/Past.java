package io.seikyu.query.past;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.projection.Projection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Folds streams from the log up to a moment: what was known then, however it was put right since. */
@Component
public class Past {
    private static final int BATCH = 500;

    private final EventLog log;
    private final EventCodec codec;

    Past(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /**
     * @param id    of the thing, of the projection's kind of stream
     * @param asOf  events of this very instant are in
     * @return empty when nothing of it was known yet
     */
    public <V> Optional<V> find(Projection<V> projection, String tenant, String id, Instant asOf) {
        String stream = tenant + "/" + projection.streamType() + "/" + id;
        Folding<V> folding = new Folding<>(projection, codec);
        V view = null;
        long sequence = 0;
        while (true) {
            List<StoredEvent> events = log.readStream(stream, sequence, BATCH);
            for (StoredEvent event : events) {
                if (event.event().at().isAfter(asOf)) {
                    return Optional.ofNullable(view);
                }
                view = folding.next(event);
                sequence = event.event().sequence() + 1;
            }
            if (events.size() < BATCH) {
                return Optional.ofNullable(view);
            }
        }
    }
}
