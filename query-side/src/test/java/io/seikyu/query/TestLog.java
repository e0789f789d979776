package io.seikyu.query;

import io.seikyu.contract.Event;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.MemorySubjectKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/** A log of a test's own, to which events are appended as the command side would. */
public final class TestLog implements AutoCloseable {
    public static final Instant AT = Instant.parse("2026-04-30T01:02:03Z");

    private static final byte[] METADATA =
            "{\"actor\":\"key-1\",\"correlationId\":\"c-1\"}".getBytes(StandardCharsets.UTF_8);

    private final EventLog log;
    private final EventCodec codec;

    private TestLog(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /** The log of an application. */
    public static TestLog on(EventLog log, EventCodec codec) {
        return new TestLog(log, codec);
    }

    public static TestLog in(Path directory) {
        return new TestLog(RocksEventLog.open(directory, Clock.systemUTC()), new EventCodec(new MemorySubjectKeys()));
    }

    public EventLog log() {
        return log;
    }

    public EventCodec codec() {
        return codec;
    }

    public LogEventStore events() {
        return LogEventStore.over(log, codec);
    }

    /** All of them in one commit. */
    public StoredCommit append(String stream, Event... events) {
        return append(AT, stream, events);
    }

    /** As if it were {@code at}. */
    public StoredCommit append(Instant at, String stream, Event... events) {
        List<NewEvent> all = new ArrayList<>();
        long sequence = log.lastSequence(stream).orElse(-1);
        for (Event event : events) {
            StoredPayload payload = codec.encode(event);
            all.add(event(at, stream, ++sequence, payload.name(), payload.revision(), payload.bytes()));
        }
        return append(stream, all);
    }

    /** The beginnings of many streams of one tenant, in one commit. */
    public StoredCommit begin(Instant at, String tenant, Map<String, List<Event>> streams) {
        List<NewEvent> all = new ArrayList<>();
        streams.forEach((stream, events) -> {
            long sequence = -1;
            for (Event event : events) {
                StoredPayload payload = codec.encode(event);
                all.add(event(at, stream, ++sequence, payload.name(), payload.revision(), payload.bytes()));
            }
        });
        return log.append(new NewCommit(UUID.randomUUID(), tenant, all, Set.of()));
    }

    /** An event whose payload nobody can read. */
    public StoredCommit appendBroken(String stream, String type) {
        long sequence = log.lastSequence(stream).orElse(-1) + 1;
        return append(stream, List.of(event(AT, stream, sequence, type, 1, new byte[] {'{', '?'})));
    }

    private StoredCommit append(String stream, List<NewEvent> events) {
        String tenant = stream.substring(0, stream.indexOf('/'));
        return log.append(new NewCommit(UUID.randomUUID(), tenant, events, Set.of()));
    }

    private static NewEvent event(Instant at, String stream, long sequence, String type, int revision, byte[] payload) {
        return new NewEvent(UUID.randomUUID().toString(), stream, sequence, type, revision, at, payload, METADATA);
    }

    /** The events of the log as a processor meets them, from {@code position} on. */
    public List<TrackedEventMessage<?>> messages(long position) throws InterruptedException {
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        try (var stream = events().openStream(new GlobalSequenceTrackingToken(position - 1))) {
            while (messages.size() < log.head() - position + 1) {
                messages.add(stream.nextAvailable());
            }
        }
        return messages;
    }

    @Override
    public void close() {
        log.close();
    }
}
