package io.seikyu.eventlog.proof;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the events of each stream are numbered from 0 without gaps along the log. Remembers the streams that were met
 * last, and asks the log's own index about the others, so that memory does not grow with the log.
 */
final class StreamOrder {
    private static final int REMEMBERED = 50_000;

    private final EventLog log;
    private final Map<String, Long> lastSequences = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    StreamOrder(EventLog log) {
        this.log = log;
    }

    Optional<String> fault(StoredEvent event) {
        String stream = event.event().stream();
        if (stream == null) {
            return Optional.empty();
        }
        long sequence = event.event().sequence();
        Long last = lastSequences.put(stream, sequence);
        boolean follows = last != null ? sequence == last + 1 : followsByIndex(event, stream, sequence);
        return follows
                ? Optional.empty()
                : Optional.of("event " + sequence + " of stream " + stream + " does not follow the one before it");
    }

    private boolean followsByIndex(StoredEvent event, String stream, long sequence) {
        long from = Math.max(0, sequence - 1);
        List<StoredEvent> found = log.readStream(stream, from, (int) (sequence - from) + 1);
        return found.size() == sequence - from + 1
                && found.get(found.size() - 1).position() == event.position()
                && (found.size() == 1 || found.get(0).position() < event.position());
    }
}
