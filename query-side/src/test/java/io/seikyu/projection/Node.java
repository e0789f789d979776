package io.seikyu.projection;

import com.mongodb.client.MongoDatabase;
import io.seikyu.query.TestLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** The projections of one process, without the rest of it. */
final class Node {
    private Node() {}

    static Projections start(
            String name, TestLog log, MongoDatabase database, ProjectionSettings settings, Projection<?>... which) {
        return start(name, log, database, settings, Clock.systemUTC(), which);
    }

    static Projections start(
            String name,
            TestLog log,
            MongoDatabase database,
            ProjectionSettings settings,
            Clock machineClock,
            Projection<?>... which) {
        Projections projections = new Projections(
                database, log.log(), log.events(), tokens(name, database), machineClock, settings, List.of(which));
        projections.start();
        return projections;
    }

    static TokenStore tokens(String node, MongoDatabase database) {
        return MongoTokenStore.builder()
                .mongoTemplate(
                        DefaultMongoTemplate.builder().mongoDatabase(database).build())
                .serializer(Jackson3Serializer.builder().build())
                .nodeId(node)
                .claimTimeout(Duration.ofSeconds(10))
                .build();
    }
}
