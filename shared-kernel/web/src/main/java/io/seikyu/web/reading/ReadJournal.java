package io.seikyu.web.reading;

import io.seikyu.contract.access.ReadingEvent.PersonalDataRead;
import io.seikyu.contract.access.ReadingEvent.Reading;
import io.seikyu.contract.id.Ids;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.axon.PayloadCodec;
import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who read what, into the log: what comes together in a second is one commit, and what is left when the
 * program ends is the last. A process that is killed loses the last second of it.
 */
public final class ReadJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadJournal.class);

    /** A question that takes longer, such as one that follows the feed, is written down in parts. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private static final int IN_ONE_EVENT = 200;
    private static final int MOST_WAITING = 10_000;
    private static final String METADATA =
            "{\"actor\":\"system\",\"causationId\":\"%1$s\",\"correlationId\":\"%1$s\",\"tenant\":\"agency\"}";

    private final EventLog log;
    private final PayloadCodec codec;
    private final Clock businessClock;
    private final Clock machineClock;
    private final String stream = Ids.AGENCY + "/reads/" + UUID.randomUUID();
    private final Set<Shown> open = ConcurrentHashMap.newKeySet();
    private final Map<Reading, Reading> waiting = new LinkedHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "reads");
        made.setDaemon(true);
        return made;
    });
    private long sequence;
    private long lost;

    public ReadJournal(EventLog log, PayloadCodec codec, Clock businessClock, Clock machineClock, Duration every) {
        this.log = log;
        this.codec = codec;
        this.businessClock = businessClock;
        this.machineClock = machineClock;
        thread.scheduleWithFixedDelay(this::write, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * A request begins, which this thread answers.
     *
     * @param question or else a command
     */
    Shown begin(String keyId, String route, boolean question) {
        Shown shown = new Shown(machineClock.instant(), keyId, route, question);
        open.add(shown);
        shown.begin();
        return shown;
    }

    void end(Shown shown) {
        Shown.end();
        open.remove(shown);
        gather(shown.taken());
    }

    private synchronized void gather(Reading reading) {
        if (reading == null) {
            return;
        }
        // the same question again, whenever it was
        Reading same = new Reading(null, reading.keyId(), reading.route(), reading.streams(), reading.count(), 1);
        if (waiting.size() >= MOST_WAITING && !waiting.containsKey(same)) {
            lost++;
            return;
        }
        waiting.merge(
                same,
                reading,
                (before, now) -> new Reading(
                        before.firstAt(),
                        before.keyId(),
                        before.route(),
                        before.streams(),
                        before.count(),
                        before.times() + 1));
    }

    /** What cannot be written now is written later. */
    private synchronized void write() {
        try {
            open.stream()
                    .filter(shown -> shown.since().plus(LONG).isBefore(machineClock.instant()))
                    .forEach(shown -> gather(shown.taken()));
            while (!waiting.isEmpty()) {
                List<Reading> part = new ArrayList<>(waiting.values());
                part = part.subList(0, Math.min(IN_ONE_EVENT, part.size()));
                append(new PersonalDataRead(List.copyOf(part)));
                List<Reading> written = new ArrayList<>(waiting.keySet()).subList(0, part.size());
                written.forEach(waiting::remove);
            }
            if (lost > 0) {
                LOG.error("{} readings of personal data could not be recorded: the log was away for too long", lost);
                lost = 0;
            }
        } catch (RuntimeException e) {
            LOG.warn("readings of personal data are recorded a moment later ({})", e.toString());
        }
    }

    private void append(PersonalDataRead event) {
        StoredPayload payload = codec.encode(event);
        UUID commit = UUID.randomUUID();
        NewEvent stored = new NewEvent(
                UUID.randomUUID().toString(),
                stream,
                sequence,
                payload.name(),
                payload.revision(),
                businessClock.instant(),
                payload.bytes(),
                METADATA.formatted(commit).getBytes(StandardCharsets.UTF_8));
        log.append(new NewCommit(commit, Ids.AGENCY, List.of(stored), Set.of()));
        sequence++;
    }

    /** Before the log is closed. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write();
    }
}
