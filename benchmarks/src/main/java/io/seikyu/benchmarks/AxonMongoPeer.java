package io.seikyu.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;

/** Axon's Mongo extension, one document an event, as it comes. */
record AxonMongoPeer(EmbeddedServer server, EmbeddedEventStore store) implements Peer {
    static Peer open(Path directory) {
        EmbeddedServer server = EmbeddedServer.open(directory);
        MongoEventStorageEngine engine = MongoEventStorageEngine.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(server.database())
                        .build())
                .eventSerializer(Serializers.jackson())
                .snapshotSerializer(Serializers.jackson())
                .build();
        return new AxonMongoPeer(
                server, EmbeddedEventStore.builder().storageEngine(engine).build());
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = server.facts();
        facts.put("engine", Jar.of(MongoEventStorageEngine.class));
        return facts;
    }

    @Override
    public void close() {
        store.shutDown();
        server.close();
    }
}
