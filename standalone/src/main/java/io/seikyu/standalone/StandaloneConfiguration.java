package io.seikyu.standalone;

import io.seikyu.embedded.EmbeddedMongo;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.HeededErasures;
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
    private static final int BEFORE_THE_SERVER = 0;

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

    @Bean
    SmartLifecycle erasedFromTheFile(
            EventLog log, HeededErasures views, SeikyuProperties properties, ObjectProvider<EmbeddedMongo> mongo) {
        if (properties.sharedMongo().isPresent()) {
            return new Started(() -> {}, () -> {}, BEFORE_THE_SERVER);
        }
        ErasedFromFile erased = new ErasedFromFile(log, views, mongo.getObject());
        return new Started(erased::start, erased::stop, BEFORE_THE_SERVER);
    }

    /** For whoever started it, a person or a script; hence not in the program's log. */
    @EventListener
    void tell(ApplicationReadyEvent ready) {
        System.out.println("Seikyu ready on " + SeikyuApplication.addressOf(ready.getApplicationContext()));
    }
}
