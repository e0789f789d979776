package io.seikyu.web.wiring;

import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.EventCodecSerializer;
import io.seikyu.eventlog.axon.LogEventStorageEngine;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.eventlog.axon.SnapshotCodec;
import io.seikyu.eventlog.axon.SnapshotType;
import java.time.Clock;
import java.util.List;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Axon on the log. */
@Configuration(proxyBeanMethods = false)
class AxonWiring {
    @Bean
    EventCodec eventCodec(SubjectKeys keys) {
        return new EventCodec(keys);
    }

    /** Snapshots are kept of the aggregates whose {@link SnapshotType} is a bean. */
    @Bean
    SnapshotCodec snapshotCodec(ObjectProvider<SnapshotType<?, ?>> types, SubjectKeys keys) {
        List<SnapshotType<?, ?>> known = types.stream().toList();
        return new SnapshotCodec(known, keys);
    }

    /** Events are dated by the business clock; Axon keeps the clock that does it in a static field. */
    @Bean
    LogEventStore eventStore(EventLog log, EventCodec events, SnapshotCodec snapshots, Clock businessClock) {
        GenericEventMessage.clock = businessClock;
        return LogEventStore.over(new LogEventStorageEngine(log, events, snapshots));
    }

    /** For tokens and whatever else Axon keeps. */
    @Bean
    @Primary
    Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        mapper -> mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                // without it a replay's token is written and cannot be read again
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(Serializer serializer) {
        return serializer;
    }

    /** For dead letters, above all: they hold the bytes of the log. */
    @Bean
    @Qualifier("eventSerializer")
    EventCodecSerializer eventSerializer(EventCodec codec, Serializer serializer) {
        return new EventCodecSerializer(codec, serializer);
    }

    /** Processors ask for the time to tell leases and stalled work, which the business clock knows nothing of. */
    @Bean
    ConfigurerModule processorsByMachineClock(@Qualifier(SharedWiring.MACHINE_CLOCK) Clock machineClock) {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration((c, builder) -> builder.clock(machineClock));
    }
}
