package io.seikyu.query.feed;

import io.seikyu.web.wiring.Started;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {
    @Bean(destroyMethod = "")
    Followers followers() {
        return new Followers();
    }

    /** Followers are told to go before the server waits for its last requests to end. */
    @Bean
    SmartLifecycle following(Followers followers) {
        return new Started(() -> {}, followers::close, SmartLifecycle.DEFAULT_PHASE);
    }
}
