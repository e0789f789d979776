package io.seikyu.benchmarks.dunning;

import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the log says of the reminders of one day: who was sent how many, and how long it took. */
final class Reminded {
    /** Nothing takes that long: it is the clock that was moved, to what falls due next. */
    private static final Duration JUMP = Duration.ofMinutes(20);

    private final Map<String, Integer> queued = new HashMap<>();
    private final Map<String, Integer> sent = new HashMap<>();
    private Instant before;
    private Instant jumped;
    private Instant first;
    private Instant lastQueued;
    private Instant lastSent;

    private Reminded() {}

    /** @param after what was there before */
    static Reminded read(Path directory, long after) {
        Reminded reminded = new Reminded();
        try (RocksEventLog log = RocksEventLog.open(directory, Clock.systemUTC())) {
            for (long position = after + 1; position <= log.head(); ) {
                for (StoredCommit commit : log.read(position, 500)) {
                    commit.events().forEach(reminded::add);
                    position = commit.lastPosition() + 1;
                }
            }
        }
        return reminded;
    }

    /** A reminder's message is named after the payer's reminder. */
    private void add(StoredEvent stored) {
        String stream = stored.event().stream();
        if (first == null && (before == null || before.plus(JUMP).isBefore(stored.recordedAt()))) {
            jumped = stored.recordedAt();
        }
        before = stored.recordedAt();
        switch (stored.event().type()) {
            case "message.queued" -> {
                first = first == null ? jumped : first;
                queued.merge(stream, 1, Integer::sum);
                lastQueued = stored.recordedAt();
            }
            case "message.sent" -> {
                sent.merge(stream, 1, Integer::sum);
                lastSent = stored.recordedAt();
            }
            default -> {}
        }
    }

    void checkEachOnce(int payers) {
        boolean once = queued.size() == payers
                && sent.keySet().equals(queued.keySet())
                && sent.values().stream().allMatch(times -> times == 1);
        if (!once) {
            throw new IllegalStateException(
                    payers + " payers, " + queued.size() + " messages queued, " + sent.size() + " sent");
        }
    }

    /** Seconds from when the clock stood there until the last message was in the outbox. */
    double decided() {
        return Duration.between(first, lastQueued).toNanos() / 1e9;
    }

    double sent() {
        return Duration.between(first, lastSent).toNanos() / 1e9;
    }
}
