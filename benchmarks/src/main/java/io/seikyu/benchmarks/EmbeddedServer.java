package io.seikyu.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import io.seikyu.embedded.EmbeddedMongo;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** mongo-java-server on its H2 store in the contender's own process, behind the real driver and a real socket. */
record EmbeddedServer(EmbeddedMongo server, MongoClient client) implements AutoCloseable {
    static final String DURABILITY = "no: written to disk once a second";

    static EmbeddedServer open(Path directory) {
        EmbeddedMongo server = EmbeddedMongo.onDisk(directory);
        return new EmbeddedServer(server, MongoClients.create(server.uri()));
    }

    MongoDatabase database() {
        return client.getDatabase("bench");
    }

    Map<String, String> facts() {
        return new TreeMap<>(Map.of("driver", Jar.of(MongoClient.class), "server", Jar.of(MongoServer.class)));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
