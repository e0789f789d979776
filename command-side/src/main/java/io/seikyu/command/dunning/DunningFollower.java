package io.seikyu.command.dunning;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.projection.GatheredNews;
import io.seikyu.projection.Stillness;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;

/**
 * Lets the sagas hear of what happened, in the order of the log. Sagas and the place that was reached belong to one log:
 * when the log is another one now, or lost what was heard, both begin anew and are made again from the log.
 */
final class DunningFollower implements Stillness {
    private static final String PROCESSOR = "dunning-saga";
    private static final long CLAIM_EXTENSION = 5_000;
    private static final int BATCH = 64;
    /** Nobody waits for dunning; what happens with one invoice within a moment is decided about together. */
    private static final Duration GATHER = Duration.ofMillis(100);

    private final DunningSagaStore sagas;
    private final SagaProgressStore progress;
    private final EventLog log;
    private final TokenStore tokens;
    private final GatheredNews news;
    private final PooledStreamingEventProcessor processor;
    private final ScheduledExecutorService coordinator =
            Executors.newScheduledThreadPool(1, new AxonThreadFactory("dunning-coordinator"));
    private final ScheduledExecutorService workers;
    private volatile ScheduledExecutorService reporter;

    DunningFollower(
            DunningSagaStore sagas,
            SagaProgressStore progress,
            EventLog log,
            LogEventStore events,
            TokenStore tokens,
            Deciding deciding,
            Clock machineClock,
            int segments) {
        this.sagas = sagas;
        this.progress = progress;
        this.log = log;
        this.tokens = tokens;
        this.workers = Executors.newScheduledThreadPool(segments, new AxonThreadFactory("dunning"));
        this.news = new GatheredNews(events, GATHER, coordinator);
        this.processor = PooledStreamingEventProcessor.builder()
                .name(PROCESSOR)
                .eventHandlerInvoker(new WhatThePayerHas(manager(sagas, deciding)))
                .messageSource(news)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.instance())
                .errorHandler(PropagatingErrorHandler.instance())
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(segments)
                .initialToken(StreamableMessageSource::createTailToken)
                .claimExtensionThreshold(CLAIM_EXTENSION)
                .batchSize(BATCH)
                .clock(machineClock)
                .build();
    }

    static AnnotatedSagaManager<DunningSaga> manager(DunningSagaStore store, Deciding deciding) {
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(DunningSaga.class),
                new SimpleResourceParameterResolverFactory(List.of(deciding)));
        return AnnotatedSagaManager.<DunningSaga>builder()
                .sagaType(DunningSaga.class)
                .sagaFactory(DunningSaga::new)
                .parameterResolverFactory(parameters)
                .sagaRepository(AnnotatedSagaRepository.<DunningSaga>builder()
                        .sagaType(DunningSaga.class)
                        .parameterResolverFactory(parameters)
                        .sagaStore(store)
                        .build())
                .listenerInvocationErrorHandler((exception, event, listener) -> {
                    throw exception;
                })
                .build();
    }

    void start() {
        if (!progress.fits(log)) {
            forget();
        }
        processor.start();
        reporter = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("dunning-progress"));
        reporter.scheduleWithFixedDelay(() -> progress.note(log, position()), 1, 1, TimeUnit.SECONDS);
    }

    void stop() {
        reporter.shutdownNow();
        processor
                .shutdownAsync()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(fault -> null)
                .join();
        coordinator.shutdownNow();
        workers.shutdown();
    }

    private void forget() {
        sagas.forget();
        progress.forget();
        for (int segment : tokens.fetchSegments(PROCESSOR)) {
            tokens.fetchToken(PROCESSOR, segment);
            tokens.deleteToken(PROCESSOR, segment);
        }
    }

    /** Every event up to it was heard, as far as this process hears; -1 when none was. */
    long position() {
        Collection<EventTrackerStatus> all = processor.processingStatus().values();
        return all.stream()
                .mapToLong(status -> status.getCurrentPosition().orElse(-1))
                .min()
                .orElse(-1);
    }

    @Override
    public Optional<String> busyBefore(long head) {
        news.hurry();
        boolean elsewhere = processor.processingStatus().isEmpty();
        return elsewhere || position() >= head
                ? Optional.empty()
                : Optional.of("dunning has not heard the log to its end");
    }

    @Override
    public List<String> stuck() {
        return List.of();
    }
}
