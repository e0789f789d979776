package io.seikyu.web.wiring;

import com.mongodb.client.MongoDatabase;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;

/** Tokens as the application keeps them, for a tool that reads and writes the same ones. */
public final class TokenStores {
    private TokenStores() {}

    public static TokenStore on(MongoDatabase database) {
        return new MongoWiring()
                .tokenStore(
                        DefaultMongoTemplate.builder().mongoDatabase(database).build(), new AxonWiring().serializer());
    }
}
