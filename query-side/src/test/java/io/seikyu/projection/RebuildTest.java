package io.seikyu.projection;

import static io.seikyu.query.Samples.client;
import static io.seikyu.query.Samples.clientDetails;
import static io.seikyu.query.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.client.ClientEvent.ClientAmended;
import io.seikyu.eventlog.LogUnavailableException;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.projection.Counted.Seen;
import io.seikyu.projection.Derived.State;
import io.seikyu.projection.Rebuilds.Mode;
import io.seikyu.projection.Rebuilds.Progress;
import io.seikyu.projection.Rebuilds.Wish;
import io.seikyu.query.TestLog;
import io.seikyu.web.access.TenantScope;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A projection made again from the log, beside itself or in its place. */
@Timeout(120)
class RebuildTest {
    /** Long enough for a machine that is busy; nobody waits for it unless something is broken. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private final TestMongo mongo = TestMongo.fresh();
    private final Counted counted = new Counted();
    private final Rebuilds rebuilds = new Rebuilds(mongo.database());
    private TestLog log;

    @BeforeEach
    void open(@TempDir Path directory) {
        log = TestLog.in(directory.resolve("log"));
        for (int i = 0; i < 3; i++) {
            log.append(stream("c" + i, "client", "c" + i), client("c" + i));
        }
    }

    @AfterEach
    void close() {
        mongo.close();
        log.close();
    }

    @Test
    void theOneThatAnswersIsWholeUntilTheOtherOneIs() throws InterruptedException {
        try (Projections projections = start("a")) {
            String before = dumpAtHead(projections);
            CountDownLatch half = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            int sofar = counted.folded.get();
            counted.before = number -> {
                if (number == sofar + 1) {
                    half.countDown();
                    await(goOn);
                }
            };
            wish("j1", Mode.SIDE_BY_SIDE, false);
            half.await();

            assertThat(live(projections).views().dump()).isEqualTo(before);
            assertThat(live(projections).position()).isEqualTo(log.log().head());
            assertThat(projections.states().get(0).rebuilding().jobId()).isEqualTo("j1");
            goOn.countDown();

            Map<String, Object> result = result("j1");
            until(() -> generation(projections) == 2);
            assertThat(dumpAtHead(projections)).isEqualTo(before);
            assertThat(projections.states()).extracting(State::rebuilding).containsOnlyNulls();
            Document side = new Document("documents", 3L).append("sums", new Document("events", "3"));
            assertThat(result)
                    .containsEntry("before", side)
                    .containsEntry("after", side)
                    .containsEntry("different", 0L)
                    .containsEntry("mode", "SIDE_BY_SIDE");
        }
    }

    @Test
    void whatHappensMeanwhileIsInBothAndNobodySeesTheLogGoBack() throws InterruptedException {
        try (Projections projections = start("a")) {
            dumpAtHead(projections);
            wish("j1", Mode.SIDE_BY_SIDE, false);
            long shown = -1;
            for (int i = 0; generation(projections) == 1; i++) {
                log.append(stream("c0", "client", "c0"), amended("c0"));
                // without a pause the two are never seen at the same event
                Thread.sleep(5);
                long now = live(projections).position();
                assertThat(now).isGreaterThanOrEqualTo(shown);
                shown = now;
            }
            assertThat(live(projections).position()).isGreaterThanOrEqualTo(shown);
            assertThat(result("j1")).containsEntry("different", 0L);
            dumpAtHead(projections);
            assertThat(seen(projections, "c0")).isEqualTo((int) log.log().head() - 1);
        }
    }

    @Test
    void whatTheProgramWouldDoOtherwiseTodayIsToldAndCounts() {
        try (Projections projections = start("a")) {
            dumpAtHead(projections);
            counted.weight = 2;
            wish("j1", Mode.SIDE_BY_SIDE, false);

            assertThat(result("j1"))
                    .containsEntry("different", 3L)
                    .containsEntry(
                            "examples",
                            List.of(
                                    stream("c0", "client", "c0"),
                                    stream("c1", "client", "c1"),
                                    stream("c2", "client", "c2")))
                    .containsEntry("after", new Document("documents", 3L).append("sums", new Document("events", "6")));
            until(() -> generation(projections) == 2);
            assertThat(seen(projections, "c1")).isEqualTo(2);
        }
    }

    @Test
    void oneThatWouldLeaveMoreWaitingDoesNotTakeOver() {
        try (Projections projections = start("a")) {
            String before = dumpAtHead(projections);
            counted.before = number -> {
                throw new IllegalStateException("broken since");
            };
            wish("j1", Mode.SIDE_BY_SIDE, false);

            until(() ->
                    rebuilds.progress("counted", "j1").map(Progress::failure).isPresent());
            assertThat(rebuilds.progress("counted", "j1").orElseThrow().failure())
                    .isEqualTo("3 things would wait that do not now, as c0/client/c0 does");
            assertThat(generation(projections)).isEqualTo(1);
            assertThat(live(projections).views().dump()).isEqualTo(before);
            assertThat(live(projections).parked().all()).isEmpty();
        }
    }

    @Test
    void inItsPlaceItBeginsEmptyAndFills() {
        try (Projections projections = start("a")) {
            String before = dumpAtHead(projections);
            CountDownLatch goOn = new CountDownLatch(1);
            counted.before = number -> await(goOn);
            wish("j1", Mode.IN_PLACE, false);
            until(() -> generation(projections) == 2);

            assertThat(live(projections).views().dump()).isEmpty();
            assertThat(live(projections).position()).isEqualTo(-1);
            goOn.countDown();
            assertThat(result("j1"))
                    .containsEntry("mode", "IN_PLACE")
                    .containsEntry("through", log.log().head());
            assertThat(dumpAtHead(projections)).isEqualTo(before);
        }
    }

    @Test
    void itStandsStillWhilePausedAndGoesOn() {
        try (Projections projections = start("a")) {
            dumpAtHead(projections);
            wish("j1", Mode.SIDE_BY_SIDE, true);
            until(() -> rebuilds.progress("counted", "j1").isPresent());
            until(() -> live(projections).beside() != null);
            int sofar = counted.folded.get();
            log.append(stream("c0", "client", "c0"), amended("c0"));
            dumpAtHead(projections);
            assertThat(counted.folded).as("folded by the one that answers only").hasValue(sofar + 1);
            assertThat(projections.states().get(0).rebuilding().paused()).isTrue();

            wish("j1", Mode.SIDE_BY_SIDE, false);
            result("j1");
            until(() -> generation(projections) == 2);
            assertThat(seen(projections, "c0")).isEqualTo(2);
        }
    }

    @Test
    void whatIsNotWishedAnyMoreIsGivenUpAndLeavesNothing() {
        MovableClock clock = new MovableClock();
        try (Projections projections = start("a", clock)) {
            String before = dumpAtHead(projections);
            wish("j1", Mode.SIDE_BY_SIDE, true);
            until(() -> live(projections).beside() != null);
            rebuilds.withdraw("counted", "j1");
            until(() -> live(projections).beside() == null);
            assertThat(live(projections).views().dump()).isEqualTo(before);
            until(() -> rebuilds.progress("counted", "j1").isEmpty());

            clock.advance(Rebuilder.GRACE);
            until(() -> !collections().contains("view_counted-r1-g2"));
            assertThat(collections()).contains("view_counted-r1-g1");
        }
    }

    @Test
    void theOldOneStaysForThoseWhoAreReadingItAndGoesThen() {
        MovableClock clock = new MovableClock();
        try (Projections projections = start("a", clock)) {
            dumpAtHead(projections);
            ViewCollection<Seen> held = live(projections).views();
            wish("j1", Mode.SIDE_BY_SIDE, false);
            result("j1");
            until(() -> generation(projections) == 2);
            assertThat(held.dump().lines()).hasSize(3);

            clock.advance(Rebuilder.GRACE);
            until(() -> !collections().contains("view_counted-r1-g1"));
            assertThat(dumpAtHead(projections).lines()).hasSize(3);
        }
    }

    @Test
    void anInterruptionInTheMiddleOfABatchGoesOnWhereItWas() {
        int events = 700;
        for (int i = 3; i < events; i++) {
            log.append(stream("c0", "client", "c0"), amended("c0"));
        }
        String before;
        try (Projections projections = start("a")) {
            before = dumpAtHead(projections);
            assertThat(counted.folded).hasValue(events);
            counted.before = number -> {
                if (number >= events + 600) {
                    throw new LogUnavailableException("the disk is full", null, false);
                }
            };
            wish("j1", Mode.SIDE_BY_SIDE, false);
            until(() -> counted.folded.get() == events + 600 && position("j1") > 0);
        }
        counted.before = number -> {};
        try (Projections projections = start("a")) {
            result("j1");
            until(() -> generation(projections) == 2);
            assertThat(dumpAtHead(projections)).isEqualTo(before);
            assertThat(counted.folded.get())
                    .as("whole batches of the first 600 were not folded again")
                    .isBetween(2 * events, 2 * events + 256);
        }
    }

    @Test
    void allProcessesFollow() {
        ProjectionSettings shared = new ProjectionSettings(2, 1, true);
        try (Projections one = Node.start("one", log, mongo.database(), shared, counted);
                Projections two = Node.start("two", log, mongo.database(), shared, counted)) {
            assertThat(live(one).await(log.log().head(), LONG)).isTrue();
            String before = live(one).views().dump();
            wish("j1", Mode.SIDE_BY_SIDE, false);
            result("j1");
            until(() -> generation(one) == 2 && generation(two) == 2);
            log.append(stream("c9", "client", "c9"), client("c9"));

            for (Projections each : List.of(one, two)) {
                assertThat(dumpAtHead(each)).startsWith(before);
                assertThat(live(each).views().dump().lines()).hasSize(4);
            }
        }
    }

    @Test
    void oneAfterTheOtherWhenTwoAreWishedFor() {
        try (Projections projections = start("a")) {
            dumpAtHead(projections);
            wish("j1", Mode.SIDE_BY_SIDE, true);
            until(() -> live(projections).beside() != null);
            wish("j2", Mode.SIDE_BY_SIDE, false);
            assertThat(rebuilds.wish("counted").map(Wish::job)).contains("j1");
            wish("j1", Mode.SIDE_BY_SIDE, false);
            result("j1");
            wish("j2", Mode.SIDE_BY_SIDE, false);
            result("j2");
            until(() -> generation(projections) == 3);
        }
    }

    private void wish(String job, Mode mode, boolean paused) {
        rebuilds.want("counted", new Wish(job, mode, paused));
    }

    private Map<String, Object> result(String job) {
        until(() -> rebuilds.progress("counted", job).map(Progress::result).isPresent());
        return rebuilds.progress("counted", job).map(Progress::result).orElseThrow();
    }

    private long position(String job) {
        return rebuilds.progress("counted", job).map(Progress::position).orElse(-1L);
    }

    private static void until(BooleanSupplier isSo) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it does not come to that").isLessThan(end);
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Projections start(String node) {
        return start(node, Clock.systemUTC());
    }

    private Projections start(String node, Clock clock) {
        return Node.start(node, log, mongo.database(), ProjectionSettings.alone(), clock, counted);
    }

    private static LiveProjection<Seen> live(Projections projections) {
        return projections.of(Counted.class);
    }

    private static int generation(Projections projections) {
        return live(projections).current().generation().number();
    }

    private static int seen(Projections projections, String client) {
        return live(projections)
                .views()
                .find(TenantScope.of(client), "client", client)
                .get(0)
                .view()
                .events();
    }

    private String dumpAtHead(Projections projections) {
        assertThat(live(projections).await(log.log().head(), LONG)).isTrue();
        return live(projections).views().dump();
    }

    private List<String> collections() {
        return mongo.database().listCollectionNames().into(new java.util.ArrayList<>());
    }

    private static ClientAmended amended(String client) {
        return new ClientAmended(client, LocalDate.of(2026, 4, 1), "-", clientDetails("株式会社 b"));
    }

    private static final class MovableClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void advance(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
