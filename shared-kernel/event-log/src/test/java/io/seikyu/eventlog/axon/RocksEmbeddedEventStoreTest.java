package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Axon's own event store runs on our engine as on its own ones. */
@ExtendWith(AxonsTestsThatRunHere.class)
class RocksEmbeddedEventStoreTest extends EmbeddedEventStoreTest {
    @TempDir
    Path directory;

    /** Closed when Axon's test has closed its store. */
    @AutoClose
    private EventLog log;

    @Override
    public EventStorageEngine createStorageEngine() {
        log = RocksEventLog.open(directory, Clock.systemUTC());
        return new UnderOneTenant(new LogEventStorageEngine(log, new TextCodec(), new TextCodec()));
    }
}
