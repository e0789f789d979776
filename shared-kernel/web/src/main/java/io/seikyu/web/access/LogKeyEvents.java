package io.seikyu.web.access;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.PayloadCodec;
import java.util.ArrayList;
import java.util.List;

/** The keys' stream of the log. Whoever was told that a key is revoked finds it refused from then on. */
public final class LogKeyEvents implements KeyEvents, AutoCloseable {
    private static final int PORTION = 500;

    private final EventLog log;
    private final PayloadCodec codec;
    private final EventLog.Registration listening;

    public LogKeyEvents(EventLog log, PayloadCodec codec) {
        this.log = log;
        this.codec = codec;
        // an engine that others write to as well follows them while somebody listens; then head() costs nothing
        this.listening = log.onNews(() -> {});
    }

    @Override
    public long generation() {
        return log.head();
    }

    @Override
    public List<AccessEvent> from(long sequence) {
        List<AccessEvent> events = new ArrayList<>();
        List<StoredEvent> portion;
        do {
            portion = log.readStream(AccessEvent.STREAM, sequence + events.size(), PORTION);
            portion.forEach(stored -> events.add(decode(stored.event())));
        } while (portion.size() == PORTION);
        return events;
    }

    private AccessEvent decode(NewEvent event) {
        return (AccessEvent) codec.decode(event.type(), event.revision(), event.payload());
    }

    @Override
    public void close() {
        listening.close();
    }
}
