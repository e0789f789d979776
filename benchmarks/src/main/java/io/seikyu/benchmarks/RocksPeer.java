package io.seikyu.benchmarks;

import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.rocksdb.RocksDB;

/** Our RocksDB engine behind our adapter. */
record RocksPeer(RocksEventLog log, EventStore store) implements Peer {
    static Peer open(Path directory) {
        RocksEventLog log = RocksEventLog.open(directory, Clock.systemUTC());
        return new RocksPeer(log, LogStores.over(log));
    }

    @Override
    public EventStore freshStore() {
        return LogStores.over(log);
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("engine", Jar.of(RocksDB.class));
    }

    @Override
    public void close() {
        log.close();
    }
}
