package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Axon's contract of storage engines, on RocksDB. */
class RocksStorageEngineTest extends EventStorageEngineTest {
    @TempDir
    Path directory;

    private EventLog log;

    @BeforeEach
    void open() {
        log = RocksEventLog.open(directory, Clock.systemUTC());
        setTestSubject(new UnderOneTenant(new LogEventStorageEngine(log, new TextCodec(), new TextCodec())));
    }

    @AfterEach
    void close() {
        log.close();
    }
}
