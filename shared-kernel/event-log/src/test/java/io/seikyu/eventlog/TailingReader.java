package io.seikyu.eventlog;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows a log while others write, and notes the first thing that is not as promised. */
final class TailingReader extends Thread {
    private final EventLog log;
    private final int portion;
    private final Map<String, Long> lastSequences = new HashMap<>();
    private volatile long end = Long.MAX_VALUE;
    private volatile long seen;
    private volatile String fault;
    private byte[] hash = CommitCodec.beforeTheFirst();

    TailingReader(EventLog log, int portion) {
        super("tailing-reader");
        this.log = log;
        this.portion = portion;
        setDaemon(true);
    }

    long seen() {
        return seen;
    }

    Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** Waits until everything up to {@code head} was read, or nothing more comes. */
    void finish(long head) throws InterruptedException {
        end = head;
        for (long before = -1; isAlive() && before < seen; ) {
            before = seen;
            join(60_000);
        }
    }

    @Override
    public void run() {
        while (fault == null && seen <= end) {
            try {
                log.await(seen, Duration.ofMillis(200));
                look(log.read(seen, portion));
            } catch (RuntimeException e) {
                fault = "reading failed: " + e;
            }
        }
    }

    private void look(List<StoredCommit> commits) {
        for (StoredCommit commit : commits) {
            if (commit.firstPosition() != seen) {
                fault = "expected position " + seen + ", came " + commit.firstPosition();
                return;
            }
            if (!Arrays.equals(commit.hash(), CommitCodec.hash(hash, commit.body()))) {
                fault = "the chain breaks at " + seen;
                return;
            }
            hash = commit.hash();
            commit.events().forEach(this::look);
        }
    }

    private void look(StoredEvent event) {
        String stream = event.event().stream();
        long expected = lastSequences.getOrDefault(stream, -1L) + 1;
        if (event.event().sequence() != expected) {
            fault = stream + ": expected " + expected + ", came "
                    + event.event().sequence();
        }
        lastSequences.put(stream, event.event().sequence());
        seen++;
    }
}
