package io.seikyu.standalone;

import com.mongodb.client.MongoDatabase;
import io.seikyu.embedded.EmbeddedMongo;
import io.seikyu.eventlog.EventLog;
import io.seikyu.web.wiring.MongoAddress;
import io.seikyu.web.wiring.SeikyuProperties;
import io.seikyu.web.wiring.Started;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;

/** What the process brings along when no MongoDB is configured. Nobody asks for it otherwise. */
@Configuration(proxyBeanMethods = false)
class StandaloneConfiguration {
    @Bean
    @Lazy
    EmbeddedMongo embeddedMongo(SeikyuProperties properties) {
        return EmbeddedMongo.onDisk(properties.dataDir().resolve("views"));
    }

    @Bean
    @Lazy
    MongoAddress embeddedMongoAddress(EmbeddedMongo mongo) {
        return new MongoAddress(mongo.uri());
    }

    /** Without a MongoDB of its own there is no file to look after. */
    @Bean
    ErasedFromFile erasedFromFile(
            EventLog log, MongoDatabase database, SeikyuProperties properties, ObjectProvider<EmbeddedMongo> mongo) {
        return new ErasedFromFile(log, database, properties.sharedMongo().isPresent() ? null : mongo.getObject());
    }

    @Bean
    SmartLifecycle rewritingTheFile(ErasedFromFile erased) {
        return new Started(() -> {}, erased::rewriteWhenClosed, 0);
    }

    /** For whoever started it, a person or a script; hence not in the program's log. */
    @EventListener
    void tell(ApplicationReadyEvent ready) {
        System.out.println("Seikyu ready on " + SeikyuApplication.addressOf(ready.getApplicationContext()));
    }
}
