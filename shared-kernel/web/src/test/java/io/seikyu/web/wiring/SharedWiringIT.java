package io.seikyu.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.access.AccessEvent.ApiKeyIssued;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.CommitScope;
import io.seikyu.eventlog.axon.EventCodecSerializer;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.eventlog.mongo.MongoEventLog;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.FileSubjectKeys;
import io.seikyu.eventlog.subjectkeys.MongoSubjectKeys;
import io.seikyu.web.access.ApiKey;
import io.seikyu.web.access.Caller;
import io.seikyu.web.access.KeyRing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** A small application on the shared beans: a command, its event in the log, a processor that hears of it. */
@Timeout(120)
class SharedWiringIT {
    @TempDir
    Path data;

    private final TestMongo mongo = TestMongo.fresh();

    @AfterEach
    void drop() {
        mongo.close();
    }

    @ParameterizedTest
    @EnumSource
    void aCommandBecomesAnEventThatAProcessorHearsOfAndARestartKeeps(Place place) throws Exception {
        try (ConfigurableApplicationContext app = start(place)) {
            assertThat(app.getBean(EventLog.class)).isInstanceOf(place.log);
            assertThat(app.getBean(SubjectKeys.class)).isInstanceOf(place.keys);
            app.getBean(CommandGateway.class).sendAndWait(new IssueKey("agency/api-keys/all", "sk_one"));

            app.getBean(Ledger.class).hearsOf("sk_one");
            assertThat(app.getBean(KeyRing.class).find("sk_one"))
                    .map(Caller::keyId)
                    .contains("sk_one");
            assertThat(app.getBean(EventLog.class).read(0, 10))
                    .last()
                    .satisfies(commit -> assertThat(commit.commit().claims()).containsExactly("key sk_one"));
        }
        try (Stream<Path> checkpoints = Files.list(data.resolve("checkpoints"))) {
            assertThat(checkpoints).isNotEmpty();
        }
        try (ConfigurableApplicationContext app = start(place)) {
            assertThat(app.getBean(KeyRing.class).find("sk_one")).isPresent();
            assertThatThrownBy(() -> app.getBean(CommandGateway.class)
                            .sendAndWait(new IssueKey("agency/api-keys/all", "sk_one")))
                    .hasMessageContaining("sk_one exists");
        }
    }

    @Test
    void aProcessorCanGoThroughHistoryAgain() throws Exception {
        try (ConfigurableApplicationContext app = start(Place.EMBEDDED)) {
            app.getBean(CommandGateway.class).sendAndWait(new IssueKey("agency/api-keys/all", "sk_one"));
            Ledger ledger = app.getBean(Ledger.class);
            ledger.hearsOf("sk_one");
            StreamingEventProcessor processor = app.getBean(EventProcessingConfiguration.class)
                    .eventProcessor("ledger", StreamingEventProcessor.class)
                    .orElseThrow();
            assertThat(processor).isInstanceOf(PooledStreamingEventProcessor.class);

            processor.shutDown();
            processor.resetTokens();
            processor.start();

            ledger.hearsOf("sk_one");
        }
    }

    @Test
    void axonRunsOnTheLogAndDatesEventsByTheBusinessClock() {
        try (ConfigurableApplicationContext app = start(Place.EMBEDDED)) {
            assertThat(app.getBean(EventStore.class)).isInstanceOf(LogEventStore.class);
            assertThat(app.getBean(TokenStore.class)).isInstanceOf(MongoTokenStore.class);
            assertThat(app.getBean("eventSerializer", Serializer.class)).isInstanceOf(EventCodecSerializer.class);
            assertThat(GenericEventMessage.clock).isSameAs(app.getBean(Clock.class));
            assertThat(app.getEnvironment().getProperty("axon.update-check.disabled"))
                    .isEqualTo("true");
        }
    }

    @Test
    void withoutAnyMongoTheStartFailsAndSaysWhatToSet() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(WithoutMongo.class)
                        .run("--seikyu.data-dir=" + data, "--seikyu.port=0", "--seikyu.mongodb-uri="))
                .hasStackTraceContaining("set SEIKYU_MONGODB_URI to the MongoDB replica set to use");
    }

    private ConfigurableApplicationContext start(Place place) {
        return new SpringApplicationBuilder(SmallApplication.class)
                .initializers((GenericApplicationContext context) ->
                        context.registerBean(MongoAddress.class, () -> new MongoAddress(mongo.uri())))
                .run(
                        "--seikyu.data-dir=" + data,
                        "--seikyu.port=0",
                        "--seikyu.mongodb-uri=" + (place == Place.SHARED ? mongo.uri() : ""));
    }

    /** Where the log is. */
    private enum Place {
        EMBEDDED(RocksEventLog.class, FileSubjectKeys.class),
        SHARED(MongoEventLog.class, MongoSubjectKeys.class);

        private final Class<? extends EventLog> log;
        private final Class<? extends SubjectKeys> keys;

        Place(Class<? extends EventLog> log, Class<? extends SubjectKeys> keys) {
            this.log = log;
            this.keys = keys;
        }
    }

    record IssueKey(@TargetAggregateIdentifier String target, String key) {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({SharedWiring.class, Keys.class, Ledger.class})
    static class SmallApplication {
        @Autowired
        void pooled(EventProcessingConfigurer processing) {
            processing.usingPooledStreamingEventProcessors();
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(SharedWiring.class)
    static class WithoutMongo {}

    @Aggregate(type = "api-keys")
    static class Keys {
        @AggregateIdentifier
        private String id;

        private final List<String> issued = new ArrayList<>();

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void on(IssueKey command) {
            if (issued.contains(command.key())) {
                throw new IllegalStateException(command.key() + " exists");
            }
            CommitScope.claim("key " + command.key());
            AggregateLifecycle.apply(new ApiKeyIssued(
                    command.key(), ApiKey.hash(command.key()), List.of(Role.ADMIN), null, List.of(), null));
        }

        @EventSourcingHandler
        void on(ApiKeyIssued event) {
            id = AccessEvent.STREAM;
            issued.add(event.keyId());
        }
    }

    @ProcessingGroup("ledger")
    static class Ledger {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        /** Others may come before it: the first administrator's key is issued at the start. */
        void hearsOf(String key) throws InterruptedException {
            String next;
            do {
                next = heard.poll(30, TimeUnit.SECONDS);
                assertThat(next).as("waited for " + key).isNotNull();
            } while (!next.equals(key));
        }

        @EventHandler
        void on(ApiKeyIssued event) {
            heard.add(event.keyId());
        }
    }
}
