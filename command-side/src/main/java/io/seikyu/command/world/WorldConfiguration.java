package io.seikyu.command.world;

import io.seikyu.command.work.WorkList;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.EventMessages;
import io.seikyu.eventlog.axon.SnapshotType;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the house is kept in a replayed world: what decisions look at, and nothing else. */
@Configuration(proxyBeanMethods = false)
public class WorldConfiguration {
    private static final String STATE = ".state";

    private static final Set<String> AGGREGATES = Set.of(
            "client",
            "account",
            "contract",
            "bank-account",
            "invoice",
            "receipt",
            "instalment-plan",
            "dunning",
            "reminder",
            "policy");
    private static final Set<String> LISTS =
            Set.of("open-receipts", "open-credit-notes", "known-payers", "known-contracts", "known-claims");

    @Bean
    Past past(
            EventLog log,
            EventCodec codec,
            ParameterResolverFactory parameters,
            HandlerDefinition handlers,
            ObjectProvider<SnapshotType<?, ?>> aggregates,
            ObjectProvider<WorkList<?>> lists) {
        Map<String, AggregateModel<?>> models = aggregates.stream()
                .filter(type -> AGGREGATES.contains(streamType(type)))
                .collect(Collectors.toMap(
                        WorldConfiguration::streamType,
                        type -> AnnotatedAggregateMetaModelFactory.inspectAggregate(
                                type.aggregate(), parameters, handlers)));
        return new Past(
                log,
                new EventMessages(codec),
                models,
                lists.stream().filter(list -> LISTS.contains(list.name())).collect(Collectors.toList()));
    }

    /** Snapshots are named after the streams that they are of. */
    private static String streamType(SnapshotType<?, ?> type) {
        return type.name().substring(0, type.name().length() - STATE.length());
    }
}
