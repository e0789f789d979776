package io.seikyu.command.dunning;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.projection.Derived;
import io.seikyu.projection.GatheredNews;
import io.seikyu.projection.Rebuilds;
import io.seikyu.projection.Stillness;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the sagas hear of what happened, in the order of the log. Sagas and the place that was reached belong to one log:
 * when the log is another one now, or lost what was heard, both begin anew and are made again from the log.
 */
final class DunningFollower implements Stillness, Derived {
    private static final Logger LOG = LoggerFactory.getLogger(DunningFollower.class);

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
    private final Rebuilds rebuilds;
    private final BooleanSupplier isTooEarly;
    private volatile ScheduledExecutorService reporter;
    private volatile boolean begun;
    private String rebuilding;
    private long end;

    /** @param isTooEarly whether what decisions look into is still being made: as long as that is so nothing is heard */
    DunningFollower(
            DunningSagaStore sagas,
            SagaProgressStore progress,
            EventLog log,
            LogEventStore events,
            TokenStore tokens,
            Deciding deciding,
            Clock machineClock,
            int segments,
            Rebuilds rebuilds,
            BooleanSupplier isTooEarly) {
        this.rebuilds = rebuilds;
        this.isTooEarly = isTooEarly;
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
        ParameterResolverFactory parameters = parameters(deciding);
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

    /** Of the sagas' handlers. */
    static ParameterResolverFactory parameters(Deciding deciding) {
        return MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(DunningSaga.class),
                new SimpleResourceParameterResolverFactory(List.of(deciding)));
    }

    void start() {
        if (!progress.fits(log)) {
            forget();
        }
        rebuilds.offer(PROCESSOR);
        reporter = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("dunning-progress"));
        reporter.scheduleWithFixedDelay(this::report, 0, 1, TimeUnit.SECONDS);
    }

    private void report() {
        try {
            if (!begun) {
                if (isTooEarly.getAsBoolean()) {
                    return;
                }
                processor.start();
                begun = true;
            }
            progress.note(log, position());
            rebuild();
        } catch (RuntimeException e) {
            LOG.warn("dunning could not say how far it is ({})", e.toString());
        }
    }

    /**
     * Makes the sagas again when that is wished for. They ask every question of history once more, and each was answered
     * before. Of several processes the one does it that gets hold of all tokens.
     */
    private void rebuild() {
        Rebuilds.Wish wish = rebuilds.wish(PROCESSOR).orElse(null);
        if (wish != null && wish.paused()) {
            halt();
            return;
        }
        if (wish != null && !wish.job().equals(rebuilding)) {
            takeUp(wish.job());
        }
        if (!processor.isRunning()) {
            processor.start();
        }
        if (wish != null) {
            long position = position();
            rebuilds.reached(PROCESSOR, rebuilding, position, end);
            if (position >= end) {
                rebuilds.done(PROCESSOR, rebuilding, Map.of("mode", wish.mode().name(), "through", position));
            }
        }
    }

    /** One that was begun before a restart goes on. */
    private void takeUp(String job) {
        Optional<Rebuilds.Progress> begun = rebuilds.progress(PROCESSOR, job);
        if (begun.isPresent()) {
            end = begun.get().end();
        } else {
            halt();
            try {
                forget();
                end = log.head();
                rebuilds.reached(PROCESSOR, job, -1, end);
            } finally {
                processor.start();
            }
        }
        rebuilding = job;
    }

    private void halt() {
        processor
                .shutdownAsync()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(fault -> null)
                .join();
    }

    void stop() {
        // without an interrupt, which would reach into the stores; and before the processor, which it may start
        reporter.shutdown();
        try {
            reporter.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        halt();
        coordinator.shutdownNow();
        workers.shutdown();
    }

    /** @throws org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException when another process hears */
    private void forget() {
        int[] segments = tokens.fetchSegments(PROCESSOR);
        for (int segment : segments) {
            tokens.fetchToken(PROCESSOR, segment);
        }
        sagas.forget();
        progress.forget();
        for (int segment : segments) {
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
        boolean elsewhere = begun && processor.processingStatus().isEmpty();
        return elsewhere || position() >= head
                ? Optional.empty()
                : Optional.of("dunning has not heard the log to its end");
    }

    @Override
    public List<String> stuck() {
        return List.of();
    }

    /** Nothing where another process hears. */
    @Override
    public List<State> states() {
        Collection<EventTrackerStatus> all = processor.processingStatus().values();
        if (begun && all.isEmpty()) {
            return List.of();
        }
        boolean failing = all.stream().anyMatch(EventTrackerStatus::isErrorState);
        return List.of(new State(PROCESSOR, 1, position(), 0, failing, wished()));
    }

    private @Nullable Rebuilding wished() {
        return rebuilds.wish(PROCESSOR)
                .map(wish -> new Rebuilding(wish.job(), wish.mode(), wish.paused(), position()))
                .orElse(null);
    }
}
