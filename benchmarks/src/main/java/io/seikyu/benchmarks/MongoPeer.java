package io.seikyu.benchmarks;

import io.seikyu.eventlog.mongo.MongoEventLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Our MongoDB engine behind our adapter. */
record MongoPeer(EmbeddedServer server, MongoEventLog log, EventStore store) implements Peer {
    static Peer open(Path directory) {
        EmbeddedServer server = EmbeddedServer.open(directory);
        MongoEventLog log = MongoEventLog.open(server.database(), Clock.systemUTC());
        return new MongoPeer(server, log, LogStores.over(log));
    }

    @Override
    public EventStore freshStore() {
        return LogStores.over(log);
    }

    @Override
    public Map<String, String> facts() {
        return server.facts();
    }

    @Override
    public void close() {
        log.close();
        server.close();
    }
}
