package io.seikyu.eventlog.rocksdb;

import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ends of the streams that were written last. A stream has no gaps, so its end tells which of its sequences are
 * taken, without a look into the database between two flushes of the disk. Holds only what is durable; for one thread at
 * a time.
 */
final class LastSequences {
    private static final int MAX_STREAMS = 4096;

    private final Map<String, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_STREAMS;
        }
    };

    /** Notes what was stored. */
    void stored(NewCommit commit) {
        for (NewEvent event : commit.events()) {
            if (event.stream() != null) {
                last.put(event.stream(), event.sequence());
            }
        }
    }

    /**
     * Whether {@code key}, as {@link io.seikyu.eventlog.Keys#sequence} makes it, is taken; empty when its stream is not
     * remembered.
     */
    Optional<Boolean> taken(String key) {
        Long end = last.get(stream(key));
        return end == null ? Optional.empty() : Optional.of(sequence(key) <= end);
    }

    /** To be called when the database may hold something else than was noted. */
    void forget() {
        last.clear();
    }

    private static String stream(String key) {
        return key.substring(2, key.lastIndexOf('/'));
    }

    private static long sequence(String key) {
        return Long.parseLong(key, key.lastIndexOf('/') + 1, key.length(), 10);
    }
}
