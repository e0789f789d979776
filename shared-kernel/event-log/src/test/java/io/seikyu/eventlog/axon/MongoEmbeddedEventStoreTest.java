package io.seikyu.eventlog.axon;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.mongo.MongoEventLog;
import io.seikyu.eventlog.mongo.TestMongo;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.ExtendWith;

/** Axon's own event store on our engine, on MongoDB. */
@ExtendWith(AxonsTestsThatRunHere.class)
class MongoEmbeddedEventStoreTest extends EmbeddedEventStoreTest {
    @AutoClose
    private final TestMongo mongo = TestMongo.fresh();
    /** Closed when Axon's test has closed its store. */
    @AutoClose
    private EventLog log;

    @Override
    public EventStorageEngine createStorageEngine() {
        log = MongoEventLog.open(mongo.database(), Clock.systemUTC());
        return new UnderOneTenant(new LogEventStorageEngine(log, new TextCodec(), new TextCodec()));
    }
}
