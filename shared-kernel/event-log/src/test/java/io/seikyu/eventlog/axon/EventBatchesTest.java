package io.seikyu.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.Sample.Named;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.MemorySubjectKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventBatchesTest {
    private static final String STREAM = "acme/sample/a";

    @TempDir
    Path directory;

    @Test
    void whatWasReadAtTheHeadIsSharedForAMomentAndNeverOutlivesAnErasure() {
        MemorySubjectKeys keys = new MemorySubjectKeys();
        EventCodec codec = new EventCodec(Sample.TYPES, keys);
        AtomicLong nanos = new AtomicLong();
        try (EventLog log = RocksEventLog.open(directory, Clock.systemUTC())) {
            LogEventStore.over(log, codec)
                    .publish(new GenericDomainEventMessage<>("sample", STREAM, 0, new Named(STREAM, "山田")));
            EventBatches batches = new EventBatches(log, new EventMessages(codec), nanos::get);

            Object first = batches.from(0).get(0).getPayload();
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
            assertThat(batches.from(0).get(0).getPayload()).isSameAs(first).isEqualTo(new Named(STREAM, "山田"));

            keys.erase(STREAM);
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
            assertThat(batches.from(0).get(0).getPayload()).isEqualTo(new Named(STREAM, "[erased]"));
        }
    }
}
