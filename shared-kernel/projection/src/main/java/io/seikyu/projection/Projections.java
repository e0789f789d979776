package io.seikyu.projection;

import com.mongodb.client.MongoDatabase;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.Generations.Generation;
import io.seikyu.projection.Rebuilder.Builds;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All projections of this process: one pooled processor each, on threads that they share. Opening them checks that what
 * is stored is of the log as it is; what is not is rebuilt.
 */
public final class Projections implements Derived, Stillness, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Projections.class);

    private static final int BATCH = 256;
    private static final long FAR = 1_000;
    /** Below 5 s a second process would take a segment from one that is only slow. */
    private static final long CLAIM_EXTENSION = 5_000;

    private static final long TELL_OTHERS_EVERY = 100;
    private static final long LOOK_FOR_REBUILDS_EVERY = 250;
    private static final long END_WITHIN = 10;
    private static final Duration GATHER = Duration.ofMillis(100);

    private final MongoDatabase database;
    private final EventLog eventLog;
    private final GatheredNews news;
    private final TokenStore tokens;
    private final Clock machineClock;
    private final ProjectionSettings settings;
    private final ScheduledExecutorService coordinators = threads("projection-coordinator", 1);
    private final ScheduledExecutorService workers;
    private final ScheduledExecutorService rebuilding = threads("projection-rebuild", 1);
    private final ScheduledExecutorService filling = threads("projection-filling", 1);
    private final Fillings fillings;
    private final Discards discards;
    private final Generations generations;
    private final Rebuilder rebuilder;
    private final Optional<Erasing> erasing;
    private boolean hasToPass = true;
    private final Map<Class<?>, LiveProjection<?>> live = new LinkedHashMap<>();

    /** Those of a log of which nothing is erased meanwhile. */
    public Projections(
            MongoDatabase database,
            EventLog eventLog,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            TokenStore tokens,
            Clock machineClock,
            ProjectionSettings settings,
            List<? extends Projection<?>> projections) {
        this(database, eventLog, source, tokens, machineClock, settings, projections, null);
    }

    /** @param keys with which the log is read: what they open no more goes from the documents as well */
    public Projections(
            MongoDatabase database,
            EventLog eventLog,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            TokenStore tokens,
            Clock machineClock,
            ProjectionSettings settings,
            List<? extends Projection<?>> projections,
            @Nullable SubjectKeys keys) {
        this.database = database;
        this.eventLog = eventLog;
        this.news = new GatheredNews(source, GATHER, coordinators);
        this.tokens = tokens;
        this.machineClock = machineClock;
        this.settings = settings;
        this.workers = threads("projection", Math.max(2, Runtime.getRuntime().availableProcessors()));
        this.fillings = new Fillings(source, eventLog::head, workers, filling);
        this.discards = new Discards(eventLog);
        this.generations = new Generations(database, eventLog);
        this.rebuilder = new Rebuilder(generations, new Made(), eventLog::head, machineClock);
        this.erasing = Optional.ofNullable(keys).map(known -> new Erasing(database, eventLog, known, settings));
        projections.forEach(projection -> live.put(projection.getClass(), open(projection)));
    }

    private static ScheduledExecutorService threads(String name, int count) {
        return Executors.newScheduledThreadPool(count, new AxonThreadFactory(name));
    }

    private <V> LiveProjection<V> open(Projection<V> projection) {
        Builds builds = new Made();
        Generation generation = generations.open(projection, builds::fits, builds::drop);
        return new LiveProjection<>(projection, builds.open(projection, generation), eventLog::head, news::hurry);
    }

    private PooledStreamingEventProcessor.Builder processor(Projection<?> projection, Generation generation) {
        return PooledStreamingEventProcessor.builder()
                .name(generation.processor())
                .eventHandlerInvoker(new Relevance(projection))
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .messageSource(news)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .initialSegmentCount(settings.segments())
                .maxClaimedSegments(settings.atMost())
                .initialToken(StreamableMessageSource::createTailToken)
                .claimExtensionThreshold(CLAIM_EXTENSION)
                .batchSize(BATCH)
                .clock(machineClock);
    }

    private StoredTokens tokens(Generation generation) {
        return new StoredTokens(tokens, generation.processor());
    }

    private Progress progress(Generation generation) {
        return new Progress(database.getCollection(Progress.COLLECTION), generation.processor());
    }

    private ParkedSequences parked(Generation generation) {
        return new ParkedSequences(
                database.getCollection(ParkedSequences.COLLECTION), generation.processor(), machineClock);
    }

    /** Begins to follow the log. */
    public void start() {
        live.values().forEach(LiveProjection::start);
        if (settings.shared()) {
            coordinators.scheduleWithFixedDelay(
                    this::tellOthers, TELL_OTHERS_EVERY, TELL_OTHERS_EVERY, TimeUnit.MILLISECONDS);
        }
        rebuilding.scheduleWithFixedDelay(
                this::lookAfterAll, LOOK_FOR_REBUILDS_EVERY, LOOK_FOR_REBUILDS_EVERY, TimeUnit.MILLISECONDS);
    }

    private void lookAfterAll() {
        rebuilder.look(live.values());
        try {
            erasing.ifPresent(it -> it.look(live.values()));
        } catch (RuntimeException e) {
            log.warn("what was erased is taken out of the views a moment later ({})", e.toString());
        }
        try {
            letDiscardedPass();
            tryWhatIsWished();
        } catch (RuntimeException e) {
            log.warn("what waits behind an event that could not be applied waits a moment more ({})", e.toString());
        }
    }

    /** Something was discarded: what waits behind it goes on. */
    private void letDiscardedPass() {
        hasToPass |= discards.refresh();
        if (hasToPass) {
            for (LiveProjection<?> each : live.values()) {
                each.parked().all().stream()
                        .filter(parked -> discards.has(each.projection(), parked.eventId()))
                        .forEach(parked -> each.retry(parked.sequence()));
            }
            // what is being filled is tried when it is
            hasToPass = live.values().stream().anyMatch(each -> each.current().isFilling());
        }
    }

    /** Whoever was asked may have none of these projections: then another process tries. */
    private void tryWhatIsWished() {
        for (Document wished : ParkedSequences.wished(database.getCollection(ParkedSequences.COLLECTION))) {
            for (LiveProjection<?> each : live.values()) {
                if (each.current().generation().processor().equals(wished.getString("processor"))) {
                    String sequence = wished.getString("sequence");
                    try {
                        each.retry(sequence);
                    } finally {
                        each.parked().tried(sequence);
                    }
                }
            }
        }
    }

    /** The dead letters of these projections and of all others on the same store. */
    public ParkedEverywhere parkedEverywhere() {
        return new ParkedEverywhere(database);
    }

    private void tellOthers() {
        try {
            live.values().forEach(LiveProjection::publishProgress);
        } catch (RuntimeException e) {
            log.warn("other processes could not be told how far the projections are ({})", e.toString());
        }
    }

    /** @throws IllegalArgumentException for a projection that is not one of these */
    @SuppressWarnings("unchecked")
    public <V> LiveProjection<V> of(Class<? extends Projection<V>> projection) {
        LiveProjection<?> found = live.get(projection);
        if (found == null) {
            throw new IllegalArgumentException("there is no " + projection.getSimpleName());
        }
        return (LiveProjection<V>) found;
    }

    public List<LiveProjection<?>> all() {
        return List.copyOf(live.values());
    }

    @Override
    public Optional<String> busyBefore(long head) {
        news.hurry();
        return live.values().stream()
                .filter(each -> each.position() < head)
                .map(each -> "projection " + each.projection().name() + " has not read the log to its end")
                .findFirst();
    }

    @Override
    public List<String> stuck() {
        if (database.getCollection(ParkedSequences.COLLECTION).find().first() == null) {
            return List.of();
        }
        return live.values().stream()
                .flatMap(each -> each.parked().all().stream()
                        .map(parked -> "projection " + each.projection().name() + " has parked " + parked.sequence()
                                + " at position " + parked.from()))
                .toList();
    }

    /** Whether that view does without that event, because a person said so. */
    public boolean doesWithout(Projection<?> projection, String eventId) {
        return discards.has(projection, eventId);
    }

    /** Whether any of them has much of the log to read yet: who looks something up in it does not find what is there. */
    public boolean areFarBehind() {
        long head = eventLog.head();
        return live.values().stream().anyMatch(each -> head - each.position() > FAR);
    }

    @Override
    public List<State> states() {
        Map<String, Generations.State> states = generations.states();
        return live.values().stream()
                .map(each -> new State(
                        each.projection().name(),
                        each.projection().revision(),
                        each.position(),
                        each.parked().all().size(),
                        each.isFailing(),
                        rebuilding(states.get(Generations.idOf(each.projection())))))
                .toList();
    }

    private static @Nullable Rebuilding rebuilding(Generations.@Nullable State state) {
        if (state == null || state.wish() == null) {
            return null;
        }
        Rebuilds.Wish wish = state.wish();
        return new Rebuilding(
                wish.job(),
                wish.mode(),
                wish.paused(),
                state.beside() == null ? -1 : state.beside().position());
    }

    /** Ends after the batches that are under way. */
    @Override
    public void close() {
        rebuilding.shutdown();
        try {
            rebuilding.awaitTermination(END_WITHIN, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        CompletableFuture.allOf(live.values().stream().map(LiveProjection::stop).toArray(CompletableFuture[]::new))
                .orTimeout(END_WITHIN, TimeUnit.SECONDS)
                .exceptionally(fault -> null)
                .join();
        coordinators.shutdownNow();
        filling.shutdown();
        workers.shutdown();
    }

    private final class Made implements Builds {
        @Override
        public <V> Build<V> open(Projection<V> projection, Generation generation) {
            ViewCollection<V> views = new ViewCollection<>(database.getCollection(generation.collection()), projection);
            if (!settings.shared()) {
                views.beAlone();
            }
            views.createIndexes(projection.indexes());
            views.createIndexesOverTenants(projection.indexesOverTenants());
            return new Build<>(
                    generation,
                    projection,
                    views,
                    parked(generation),
                    progress(generation),
                    tokens,
                    eventLog,
                    discards,
                    news,
                    processor(projection, generation),
                    fillings,
                    settings);
        }

        @Override
        public boolean fits(Generation generation) {
            return progress(generation)
                            .fits(position -> eventLog.hashAt(position).orElse(null))
                    && tokens(generation).furthest() <= eventLog.head();
        }

        @Override
        public void drop(Generation generation) {
            database.getCollection(generation.collection()).drop();
            progress(generation).forget();
            parked(generation).forget();
            tokens(generation).forget();
            new HeededErasures(database).forget(generation.processor());
        }
    }
}
