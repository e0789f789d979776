package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.mongo.MongoEventLog;
import io.seikyu.eventlog.mongo.TestMongo;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Axon's contract of storage engines, on MongoDB. */
class MongoStorageEngineTest extends EventStorageEngineTest {
    private final TestMongo mongo = TestMongo.fresh();
    private EventLog log;

    @BeforeEach
    void open() {
        log = MongoEventLog.open(mongo.database(), Clock.systemUTC());
        setTestSubject(new UnderOneTenant(new LogEventStorageEngine(log, new TextCodec(), new TextCodec())));
    }

    @AfterEach
    void close() {
        log.close();
        mongo.close();
    }
}
