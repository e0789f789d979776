package io.seikyu.command;

import io.seikyu.command.request.CommandOrigin;
import io.seikyu.command.store.TargetOfCommand;
import java.util.Map;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** Axon's fixture as the application is wired: targets by the command, events that say who caused them. */
public final class Fixtures {
    private Fixtures() {}

    public static <T> AggregateTestFixture<T> of(Class<T> aggregate) {
        AggregateTestFixture<T> fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerCommandTargetResolver(new TargetOfCommand());
        fixture.registerCommandHandlerInterceptor(new CorrelationDataInterceptor<>(new CommandOrigin()));
        return fixture;
    }

    /** The metadata of a command that this key sends. */
    public static Map<String, String> by(String actor) {
        return Map.of("actor", actor);
    }
}
