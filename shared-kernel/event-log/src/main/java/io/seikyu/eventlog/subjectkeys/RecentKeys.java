package io.seikyu.eventlog.subjectkeys;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Keys that were asked for lately, so that a replay does not fetch the same one for each event. */
final class RecentKeys {
    private static final int MOST = 10_000;

    private final long validNanos;
    private final Map<String, Entry> entries = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > MOST;
        }
    };

    RecentKeys(Duration valid) {
        this.validNanos = valid.toNanos();
    }

    synchronized Optional<SecretKey> find(String subject) {
        Entry entry = entries.get(subject);
        if (entry == null || System.nanoTime() - entry.since >= validNanos) {
            return Optional.empty();
        }
        return Optional.of(entry.key);
    }

    synchronized void put(String subject, SecretKey key) {
        entries.put(subject, new Entry(key, System.nanoTime()));
    }

    synchronized void remove(String subject) {
        entries.remove(subject);
    }

    private record Entry(SecretKey key, long since) {}
}
