package io.seikyu.eventlog.mongo;

import java.util.LinkedHashMap;
import java.util.Map;

/** Up to which event streams are known to be stored. A stream only grows, so this stays true, if not the last word. */
final class KnownStreams {
    private static final int MAX = 10_000;

    private final Map<String, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX;
        }
    };

    synchronized void saw(String stream, long sequence) {
        last.merge(stream, sequence, Math::max);
    }

    /** -1 when nothing is known. */
    synchronized long last(String stream) {
        return last.getOrDefault(stream, -1L);
    }
}
