package io.seikyu.benchmarks.rebuild;

import io.seikyu.benchmarks.PostgresPeer;
import io.seikyu.benchmarks.history.MadeKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Where the events come from.
 *
 * @param log   that projections are told of: where it ends, and what its hashes are
 * @param store that they read
 */
record Source(EventLog log, EventStore store, Runnable end) implements AutoCloseable {
    private static final int COMMIT = 500;

    static Source open(String contender, Path directory) {
        return contender.equals("rocksdb") ? rocksdb(directory) : postgresql(directory);
    }

    /** Nothing sealed is opened: what is personal was sealed for keys that ended with the process that wrote it. */
    private static Source rocksdb(Path directory) {
        RocksEventLog log = RocksEventLog.open(directory.resolve("log"), Clock.systemUTC());
        return new Source(log, LogEventStore.over(log, new EventCodec(MadeKeys.of(directory))), log::close);
    }

    private static Source postgresql(Path directory) {
        PostgresPeer peer = PostgresPeer.open(directory);
        long head = peer.store().createHeadToken().position().orElse(-1);
        return new Source(numbered(head), peer.store(), peer::close);
    }

    /** Of Axon's store, which has neither an id nor hashes. */
    private static EventLog numbered(long head) {
        return (EventLog) Proxy.newProxyInstance(
                Source.class.getClassLoader(), new Class<?>[] {EventLog.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "id" -> new UUID(0, 1);
                        case "head" -> head;
                        case "hashAt" -> Optional.of(new byte[32]);
                        case "readStream" -> List.of();
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    /** The same events in Axon's tables. */
    static void copyToPostgres(Path directory) {
        try (Source from = rocksdb(directory);
                PostgresPeer to = PostgresPeer.open(directory)) {
            EmbeddedEventStore store = to.store();
            EventCodec codec = new EventCodec(MadeKeys.of(directory));
            List<EventMessage<?>> waiting = new ArrayList<>();
            for (long position = 0; position <= from.log().head(); ) {
                for (StoredCommit commit : from.log().read(position, COMMIT)) {
                    commit.commit().events().stream()
                            .filter(event -> event.stream() != null)
                            .map(event -> new GenericDomainEventMessage<>(
                                    event.stream().split("/")[1],
                                    event.stream(),
                                    event.sequence(),
                                    new org.axonframework.messaging.GenericMessage<>(
                                            event.id(),
                                            codec.decode(event.type(), event.revision(), event.payload()),
                                            io.seikyu.eventlog.axon.EventJson.mapper()
                                                    .readValue(
                                                            event.metadata(),
                                                            new tools.jackson.core.type.TypeReference<
                                                                    java.util.Map<String, Object>>() {})),
                                    event.at()))
                            .forEach(waiting::add);
                    position = commit.lastPosition() + 1;
                }
                store.publish(waiting);
                waiting.clear();
            }
            to.settle();
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
