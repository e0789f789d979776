package io.seikyu.query;

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
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** The query side, for an application of its own or beside the command side. */
@Configuration(proxyBeanMethods = false)
@Import(SharedWiring.class)
// by full names: beside the command side there are two of many a simple name
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class QuerySideConfiguration {
    /** Opened before the server answers and closed after it: the views are behind, but never of another log. */
    private static final int BEFORE_THE_SERVER = 0;

    /**
     * @param segments in how many parts each view is fed, said once: later starts keep what the first one said
     * @param atMost   how many of them this process takes
     */
    @Bean
    ProjectionSettings projectionSettings(
            SeikyuProperties properties,
            @Value("${seikyu.query.segments:1}") int segments,
            @Value("${seikyu.query.segments-at-most:32767}") int atMost) {
        return new ProjectionSettings(segments, atMost, properties.sharedMongo().isPresent());
    }

    @Bean
    Projections projections(
            MongoDatabase database,
            EventLog log,
            LogEventStore events,
            TokenStore tokens,
            @Qualifier(SharedWiring.MACHINE_CLOCK) Clock machineClock,
            ProjectionSettings settings,
            SubjectKeys keys) {
        return new Projections(database, log, events, tokens, machineClock, settings, AllProjections.list(), keys);
    }

    /** The name of a stream stands in an address with its slashes or with {@code %2F}. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesInAddresses() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.DECODE.getValue()));
    }

    @Bean
    SmartLifecycle projecting(Projections projections) {
        return new Started(projections::start, projections::close, BEFORE_THE_SERVER);
    }
}
