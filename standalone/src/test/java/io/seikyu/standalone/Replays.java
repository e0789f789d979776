package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.seikyu.command.work.OpenWork;
import io.seikyu.command.work.WorkList;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.projection.LiveProjection;
import io.seikyu.projection.Projection;
import io.seikyu.projection.ProjectionSettings;
import io.seikyu.projection.Projections;
import io.seikyu.query.AllProjections;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;

/** Every view and list of open work made from nothing on a store of its own, in ways that a test prescribes. */
final class Replays {
    private static final Duration LONG = Duration.ofSeconds(120);

    private final EventLog log;
    private final EventCodec codec;
    private final List<Projection<?>> projections = new ArrayList<>(AllProjections.list());

    /** @param end the log is read up to there, whatever is appended meanwhile */
    Replays(RunningSeikyu seikyu, long end) {
        this.log = upTo(end, seikyu.log());
        this.codec = seikyu.bean(EventCodec.class);
        seikyu.beans(WorkList.class).forEach(projections::add);
    }

    private static EventLog upTo(long end, EventLog log) {
        return (EventLog) Proxy.newProxyInstance(
                Replays.class.getClassLoader(), new Class<?>[] {EventLog.class}, (proxy, method, arguments) -> {
                    Object answer = invoke(log, method, arguments);
                    if (method.getName().equals("head")) {
                        return Math.min((long) answer, end);
                    }
                    return method.getName().equals("read")
                            ? ((List<?>) answer)
                                    .stream()
                                            .filter(commit -> ((StoredCommit) commit).lastPosition() <= end)
                                            .toList()
                            : answer;
                });
    }

    private static Object invoke(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** What each view and list holds, by its name, when all of them have read up to there. */
    static SortedMap<String, String> lived(RunningSeikyu seikyu, long head) {
        SortedMap<String, String> dumps = dumps(seikyu.bean(Projections.class), head);
        for (WorkList<?> list : seikyu.beans(WorkList.class)) {
            dump(of(list, seikyu.bean(OpenWork.class)), head, dumps);
        }
        return dumps;
    }

    static void same(SortedMap<String, String> rebuilt, SortedMap<String, String> lived, String how) {
        assertThat(rebuilt.keySet()).isEqualTo(lived.keySet());
        lived.forEach((name, dump) ->
                assertThat(rebuilt.get(name)).as("%s, %s", name, how).isEqualTo(dump));
    }

    @SuppressWarnings("unchecked")
    private static <V> LiveProjection<V> of(WorkList<V> list, OpenWork work) {
        return work.of((Class<? extends WorkList<V>>) list.getClass());
    }

    private static SortedMap<String, String> dumps(Projections projections, long head) {
        SortedMap<String, String> dumps = new TreeMap<>();
        projections.all().forEach(live -> dump(live, head, dumps));
        return dumps;
    }

    private static void dump(LiveProjection<?> live, long head, SortedMap<String, String> to) {
        assertThat(live.await(head, LONG)).as(live.projection().name()).isTrue();
        assertThat(live.parked().all()).as(live.projection().name()).isEmpty();
        to.put(live.projection().name(), live.views().dump());
    }

    /** One segment after the other, each from the first event to the last. */
    SortedMap<String, String> oneByOne(int segments, List<Integer> order) {
        try (TestMongo mongo = TestMongo.fresh()) {
            TokenStore others = tokens("others", mongo.database());
            for (String processor : processors()) {
                others.initializeTokenSegments(processor, segments);
                for (int segment = 0; segment < segments; segment++) {
                    others.fetchToken(processor, segment);
                }
            }
            SortedMap<String, String> dumps = new TreeMap<>();
            for (int segment : order) {
                processors().forEach(processor -> others.releaseClaim(processor, segment));
                try (Projections made = start(log.head(), mongo.database(), tokens("this", mongo.database()))) {
                    until(() -> processors().stream()
                            .allMatch(processor -> position(mongo.database(), processor, segment) >= log.head()));
                    dumps.clear();
                    made.all()
                            .forEach(live -> dumps.put(
                                    live.projection().name(), live.views().dump()));
                }
            }
            return dumps;
        }
    }

    /**
     * Processes that die one after the other: the first when it has written half of the log and before it could say so,
     * the second when it has got through three quarters, the third again before it could say so; a fourth ends the work.
     */
    SortedMap<String, String> cutOffAgainAndAgain() {
        try (TestMongo mongo = TestMongo.fresh()) {
            TokenStore tokens = tokens("this", mongo.database());
            cutOffAt(log.head() / 2, mongo.database(), tokens);
            try (Projections made = start(log.head() * 3 / 4, mongo.database(), tokens)) {
                dumps(made, log.head() * 3 / 4);
            }
            cutOffAt(log.head(), mongo.database(), tokens);
            try (Projections made = start(log.head(), mongo.database(), tokens)) {
                return dumps(made, log.head());
            }
        }
    }

    private void cutOffAt(long end, MongoDatabase database, TokenStore tokens) {
        Set<String> cutOff = ConcurrentHashMap.newKeySet();
        try (Projections made = start(end, database, failing(tokens, cutOff))) {
            assertThat(made.all()).isNotEmpty();
            until(() -> cutOff.containsAll(processors()));
        }
    }

    private static TokenStore failing(TokenStore tokens, Set<String> cutOff) {
        return (TokenStore) Proxy.newProxyInstance(
                Replays.class.getClassLoader(), new Class<?>[] {TokenStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("storeToken")) {
                        cutOff.add((String) arguments[1]);
                        throw new LogUnavailableException("cut off", null, false);
                    }
                    return invoke(tokens, method, arguments);
                });
    }

    private Projections start(long end, MongoDatabase database, TokenStore tokens) {
        EventLog part = upTo(end, log);
        Projections made = new Projections(
                database,
                part,
                LogEventStore.over(part, codec),
                tokens,
                Clock.systemUTC(),
                new ProjectionSettings(1, Integer.MAX_VALUE, true),
                projections);
        made.start();
        return made;
    }

    private static TokenStore tokens(String node, MongoDatabase database) {
        return MongoTokenStore.builder()
                .mongoTemplate(
                        DefaultMongoTemplate.builder().mongoDatabase(database).build())
                .serializer(Jackson3Serializer.builder().build())
                .nodeId(node)
                .claimTimeout(Duration.ofHours(1))
                .build();
    }

    private List<String> processors() {
        return projections.stream().map(Replays::processor).toList();
    }

    private static String processor(Projection<?> projection) {
        return projection.name() + "-r" + projection.revision() + "-g1";
    }

    private static long position(MongoDatabase database, String processor, int segment) {
        Document found = database.getCollection("projection_progress")
                .find(Filters.and(Filters.eq("processor", processor), Filters.eq("segment", segment)))
                .first();
        return found == null ? -1 : found.getLong("position");
    }

    private static void until(BooleanSupplier isSo) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it does not come to that").isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
