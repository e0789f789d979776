package io.seikyu.command.request;

import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.EventBus;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** How requests become commands. */
@Configuration(proxyBeanMethods = false)
@Import(BodyDigest.class)
public class RequestConfiguration {
    @Bean
    CommandOrigin commandOrigin() {
        return new CommandOrigin();
    }

    @Bean
    Execution execution(CommandBus bus, EventBus events) {
        return new Execution(bus, events);
    }

    @Bean
    OwnCommands ownCommands(Execution execution, EventLog log) {
        return new OwnCommands(execution, log);
    }

    @Bean
    Commands commands(Execution execution, EventLog log, EventCodec codec, SubjectKeys keys, JsonMapper mapper) {
        Replies replies = new Replies(mapper, log);
        DecidedOnce once = new DecidedOnce(execution, new Answered(log, codec, keys), replies);
        return new Commands(execution, once, log, replies);
    }

    /** By the machine's clock: an id made while the test clock stands in another year is no less an id. */
    @Bean
    TimeOrderedIds timeOrderedIds() {
        return new TimeOrderedIds(Clock.systemUTC(), new SecureRandom());
    }

    @Bean
    @Lazy
    GlobalOperationCustomizer commandOperations() {
        return new CommandOperations();
    }

    @Bean
    WebMvcConfigurer askedArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new AskedArgument());
            }
        };
    }
}
