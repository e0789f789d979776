package io.seikyu.standalone;

import io.seikyu.embedded.EmbeddedMongo;
import io.seikyu.web.wiring.MongoAddress;
import io.seikyu.web.wiring.SeikyuProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
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

    /** For whoever started it, a person or a script; hence not in the program's log. */
    @EventListener
    void tell(ApplicationReadyEvent ready) {
        System.out.println("Seikyu ready on " + SeikyuApplication.addressOf(ready.getApplicationContext()));
    }
}
