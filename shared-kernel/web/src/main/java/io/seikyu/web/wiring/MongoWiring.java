package io.seikyu.web.wiring;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** MongoDB, where everything derived is; with {@code seikyu.mongodb-uri} the log as well. */
@Configuration(proxyBeanMethods = false)
class MongoWiring {
    private static final String DATABASE = "seikyu";

    @Bean
    ConnectionString mongoConnection(SeikyuProperties properties, ObjectProvider<MongoAddress> embedded) {
        return new ConnectionString(properties.sharedMongo().orElseGet(() -> {
            MongoAddress address = embedded.getIfAvailable();
            if (address == null) {
                throw new IllegalStateException("set SEIKYU_MONGODB_URI to the MongoDB replica set to use");
            }
            return address.uri();
        }));
    }

    @Bean
    MongoClient mongoClient(ConnectionString connection) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(connection)
                .applicationName("seikyu")
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
                .build());
    }

    /** The one that the connection string names, else {@value #DATABASE}. */
    @Bean
    MongoDatabase mongoDatabase(MongoClient client, ConnectionString connection) {
        return client.getDatabase(connection.getDatabase() == null ? DATABASE : connection.getDatabase());
    }

    @Bean
    MongoTemplate axonMongoTemplate(MongoDatabase database) {
        return DefaultMongoTemplate.builder().mongoDatabase(database).build();
    }

    /** Claims of segments live by the machine's clock, which this store uses whatever the business clock says. */
    @Bean
    TokenStore tokenStore(MongoTemplate template, Serializer serializer) {
        return MongoTokenStore.builder()
                .mongoTemplate(template)
                .serializer(serializer)
                // Axon's own is the process id and the host, which two containers, or two in one process, may share
                .nodeId(UUID.randomUUID().toString())
                .build();
    }
}
