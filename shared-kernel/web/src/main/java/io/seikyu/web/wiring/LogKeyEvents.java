package io.seikyu.web.wiring;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.web.access.KeyEvents;
import java.util.ArrayList;
import java.util.List;

/** Keys as the log has them. As long as somebody listens for news the log knows its head without asking anyone. */
final class LogKeyEvents implements KeyEvents, AutoCloseable {
    private static final int BATCH = 500;

    private final EventLog log;
    private final EventCodec codec;
    private final EventLog.Registration listening;

    LogKeyEvents(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
        this.listening = log.onNews(() -> {});
    }

    @Override
    public long generation() {
        return log.head();
    }

    @Override
    public List<AccessEvent> from(long sequence) {
        List<AccessEvent> events = new ArrayList<>();
        List<StoredEvent> batch;
        do {
            batch = log.readStream(AccessEvent.STREAM, sequence + events.size(), BATCH);
            for (StoredEvent stored : batch) {
                events.add((AccessEvent) codec.decode(
                        stored.event().type(),
                        stored.event().revision(),
                        stored.event().payload()));
            }
        } while (batch.size() == BATCH);
        return events;
    }

    @Override
    public void close() {
        listening.close();
    }
}
