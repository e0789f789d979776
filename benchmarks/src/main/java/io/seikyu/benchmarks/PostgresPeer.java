package io.seikyu.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;

/**
 * Axon's own JDBC engine, with Axon's own tables. Tuned where that helped it: batches of inserts are rewritten by the
 * driver, and events are fetched by the thousand instead of by the hundred.
 */
public record PostgresPeer(PostgresServer server, PooledConnections connections, EmbeddedEventStore store)
        implements Peer {
    private static final int FETCH = 1_000;

    public static PostgresPeer open(Path directory) {
        PostgresServer server = PostgresServer.start(directory);
        PooledConnections connections = new PooledConnections(server.url() + "?reWriteBatchedInserts=true");
        JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(connections)
                .eventSerializer(Serializers.jackson())
                .snapshotSerializer(Serializers.jackson())
                .batchSize(FETCH);
        builder.finalAggregateBatchPredicate(batch -> batch.size() < FETCH);
        JdbcEventStorageEngine engine = builder.build();
        connections.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return new PostgresPeer(
                server,
                connections,
                EmbeddedEventStore.builder().storageEngine(engine).build());
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("engine", Jar.of(JdbcEventStorageEngine.class));
        facts.put("driver", Jar.of(org.postgresql.Driver.class));
        for (String name : List.of(
                "server_version",
                "fsync",
                "synchronous_commit",
                "full_page_writes",
                "wal_sync_method",
                "shared_buffers",
                "max_wal_size")) {
            facts.put(name, connections.fetchInTransaction(() -> show(name)));
        }
        return facts;
    }

    /** What autovacuum would do later on. */
    @Override
    public void settle() {
        try (Connection connection = connections.connect(true);
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot vacuum", e);
        }
    }

    private String show(String name) {
        try (Statement statement = connections.getConnection().createStatement();
                ResultSet result = statement.executeQuery("SHOW " + name)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot show " + name, e);
        }
    }

    @Override
    public void close() {
        store.shutDown();
        connections.close();
        server.close();
    }
}
