package io.seikyu.command.replay;

import com.mongodb.client.MongoDatabase;
import io.seikyu.command.job.LongWork;
import io.seikyu.projection.Rebuilds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Going through the log again. */
@Configuration(proxyBeanMethods = false)
public class ReplayConfiguration {
    @Bean
    Rebuilds rebuilds(MongoDatabase database) {
        return new Rebuilds(database);
    }

    @Bean
    LongWork rebuilding(Rebuilds rebuilds) {
        return new Rebuilding(rebuilds);
    }
}
