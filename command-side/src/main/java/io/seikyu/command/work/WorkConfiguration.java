package io.seikyu.command.work;

import com.mongodb.client.MongoDatabase;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.projection.ProjectionSettings;
import io.seikyu.projection.Projections;
import io.seikyu.web.wiring.SeikyuProperties;
import io.seikyu.web.wiring.SharedWiring;
import io.seikyu.web.wiring.Started;
import java.time.Clock;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of open work: every {@link WorkList} that is a bean. */
@Configuration(proxyBeanMethods = false)
public class WorkConfiguration {
    /** Before whoever works them off, which begins when the server answers. */
    private static final int BEFORE_THE_SERVER = 0;

    @Bean(destroyMethod = "")
    OpenWork openWork(
            MongoDatabase database,
            EventLog log,
            LogEventStore events,
            TokenStore tokens,
            @Qualifier(SharedWiring.MACHINE_CLOCK) Clock machineClock,
            SeikyuProperties properties,
            SubjectKeys keys,
            ObjectProvider<WorkList<?>> lists) {
        boolean shared = properties.sharedMongo().isPresent();
        return new OpenWork(new Projections(
                database,
                log,
                events,
                tokens,
                machineClock,
                new ProjectionSettings(1, 1, shared),
                lists.stream().toList(),
                keys));
    }

    @Bean
    SmartLifecycle followingOpenWork(OpenWork work) {
        return new Started(work::start, work::close, BEFORE_THE_SERVER);
    }
}
