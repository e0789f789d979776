package io.seikyu.projection;

import static io.seikyu.query.Samples.approved;
import static io.seikyu.query.Samples.client;
import static io.seikyu.query.Samples.clientDetails;
import static io.seikyu.query.Samples.corrected;
import static io.seikyu.query.Samples.found;
import static io.seikyu.query.Samples.issued;
import static io.seikyu.query.Samples.paid;
import static io.seikyu.query.Samples.payment;
import static io.seikyu.query.Samples.reviewed;
import static io.seikyu.query.Samples.stream;
import static io.seikyu.query.Samples.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import io.seikyu.contract.client.ClientEvent.ClientAmended;
import io.seikyu.contract.deadletter.DeadLetterEvent.DeadLetterDiscarded;
import io.seikyu.contract.id.DeadLettersId;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.projection.Counted.Seen;
import io.seikyu.projection.ParkedSequences.Parked;
import io.seikyu.query.TestLog;
import io.seikyu.query.client.ClientProjection;
import io.seikyu.query.invoice.InvoiceProjection;
import io.seikyu.query.invoice.InvoiceView;
import io.seikyu.query.invoice.InvoiceView.Status;
import io.seikyu.web.access.TenantScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionsTest {
    /** The name of the invoices' build, whatever their revision is today. */
    private static final String INVOICES = "invoice-r" + new InvoiceProjection().revision();

    /** Long enough for a machine that is busy; nobody waits for it unless something is broken. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private final TestMongo mongo = TestMongo.fresh();
    private Path directory;
    private TestLog log;

    @BeforeEach
    void open(@TempDir Path temporary) {
        directory = temporary;
        log = TestLog.in(directory.resolve("log"));
    }

    @AfterEach
    void close() {
        log.close();
        mongo.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aRebuildGivesTheSameBytesAsTheViewThatLivedWithAnyNumberOfSegments(int segments) {
        String lived;
        try (Projections alone = start("a", ProjectionSettings.alone())) {
            for (int i = 0; i < 60; i++) {
                live("i" + i);
            }
            lived = dumpAt(alone, log.log().head());
        }

        try (TestMongo empty = TestMongo.fresh();
                Projections rebuilt = Node.start(
                        "b",
                        log,
                        empty.database(),
                        new ProjectionSettings(segments, segments, false),
                        new InvoiceProjection())) {
            assertThat(dumpAt(rebuilt, log.log().head())).isEqualTo(lived).contains("\"PAID\"");
        }
    }

    @Test
    void nobodyIsToldThatThereIsNoneWhileTheLogHasItAndTheViewNotYet() {
        try (Projections projections = start("a", ProjectionSettings.alone())) {
            Answers<InvoiceView> answers = new Answers<>(projections.of(InvoiceProjection.class));
            for (int i = 0; i < 20; i++) {
                live("i" + i);

                assertThat(answers.one(TenantScope.all(), "i" + i, null, view -> view)
                                .getBody())
                        .isNotNull();
            }
            assertThatThrownBy(() -> answers.one(TenantScope.all(), "none", null, view -> view))
                    .hasMessageContaining("none");
        }
    }

    @Test
    void aProjectionThatSeesOnlyEventsOfOthersStillGetsOn() {
        try (Projections projections = start("a", ProjectionSettings.alone())) {
            log.append(stream("acme", "client", "acme"), client("acme"));

            assertThat(invoices(projections).await(0, LONG)).isTrue();
        }
    }

    @Test
    void nobodyWaitsLongerThanAllowedForWhatHasNotHappened() {
        try (Projections projections = start("a", ProjectionSettings.alone())) {
            assertThat(invoices(projections).await(0, Duration.ofMillis(50))).isFalse();
        }
    }

    @Test
    void aRestartGoesOnWhereItStopped() {
        live("i1");
        try (Projections first = start("a", ProjectionSettings.alone())) {
            invoices(first).await(log.log().head(), LONG);
        }
        live("i2");
        try (Projections second = start("a", ProjectionSettings.alone())) {
            assertThat(dumpAt(second, log.log().head()).lines()).hasSize(2);
        }
        assertThat(generation()).isEqualTo(1);
    }

    @Test
    void aPoisonedStreamWaitsWhileAllOthersGoOn() {
        log.append(stream("acme", "invoice", "i1"), submitted("acme", "i1", 1_000));
        log.appendBroken(stream("acme", "invoice", "i1"), "invoice.issued");
        live("i2");
        try (Projections projections = start("a", ProjectionSettings.alone())) {
            log.append(stream("acme", "invoice", "i1"), payment("acme", "i1", "r", 1, 2));
            live("i3");

            assertThat(invoices(projections).await(log.log().head(), LONG)).isTrue();
            assertThat(view(projections, "i1").status()).isEqualTo(Status.SUBMITTED);
            assertThat(view(projections, "i2").status()).isEqualTo(Status.PAID);
            assertThat(view(projections, "i3").status()).isEqualTo(Status.PAID);
            assertThat(invoices(projections).parked().all())
                    .extracting(Parked::sequence)
                    .containsExactly(stream("acme", "invoice", "i1"));
        }
    }

    @Test
    void whatWaitsIsAppliedWhenItIsTriedAgainAndTheProgramCan() {
        String acme = stream("acme", "client", "acme");
        Counted mended = new Counted();
        mended.before = number -> {
            throw new IllegalStateException("not mended yet");
        };
        try (Projections projections = Node.start("a", log, mongo.database(), ProjectionSettings.alone(), mended)) {
            LiveProjection<Seen> live = projections.of(Counted.class);
            log.append(acme, client("acme"));
            log.append(acme, amended("acme"));
            assertThat(live.await(log.log().head(), LONG)).isTrue();
            assertThat(live.parked().all()).hasSize(1);

            assertThat(live.retry(acme)).isPresent();
            assertThat(live.views().find(TenantScope.all(), "client", "acme")).isEmpty();

            mended.before = number -> {};
            assertThat(live.retry(acme)).isEmpty();
            assertThat(live.parked().all()).isEmpty();
            assertThat(live.retry(acme)).as("again").isEmpty();
            log.append(acme, amended("acme"));
            assertThat(live.await(log.log().head(), LONG)).isTrue();
            assertThat(live.views().find(TenantScope.all(), "client", "acme"))
                    .singleElement()
                    .satisfies(found -> assertThat(found.view().events()).isEqualTo(3))
                    .satisfies(found -> assertThat(found.version()).isEqualTo(2));
        }
    }

    @Test
    void whatIsDiscardedIsLeftOutWhatWaitsBehindItGoesOnAndARebuildComesToTheSame() {
        String acme = stream("acme", "client", "acme");
        Counted counted = new Counted();
        counted.before = number -> {
            if (number == 1 || number == 2) {
                throw new IllegalStateException("cannot digest it");
            }
        };
        try (Projections projections = Node.start("a", log, mongo.database(), ProjectionSettings.alone(), counted)) {
            LiveProjection<Counted.Seen> live = projections.of(Counted.class);
            log.append(acme, client("acme"));
            for (int i = 0; i < 3; i++) {
                log.append(acme, amended("acme"));
            }
            assertThat(live.await(log.log().head(), LONG)).isTrue();
            Parked first = live.parked().all().get(0);
            assertThat(first.from()).isEqualTo(1);

            discard(first.eventId());
            long end = System.nanoTime() + LONG.toNanos();
            while (live.parked().all().stream().anyMatch(parked -> parked.from() == 1)) {
                assertThat(System.nanoTime()).as("it still waits there").isLessThan(end);
            }
            Parked second = live.parked().all().get(0);
            assertThat(second.from()).as("the next that cannot be digested").isEqualTo(2);
            assertThat(second.eventId()).isNotEqualTo(first.eventId());
            assertThat(counts(live)).isEqualTo(1);

            counted.before = number -> {};
            discard(second.eventId());
            while (!live.parked().all().isEmpty()) {
                assertThat(System.nanoTime()).as("it still waits").isLessThan(end);
            }
            assertThat(counts(live)).as("the first event and the last").isEqualTo(2);
            assertThat(live.views()
                            .find(TenantScope.all(), "client", "acme")
                            .get(0)
                            .version())
                    .isEqualTo(3);
            String lived = live.views().dump();
            try (TestMongo empty = TestMongo.fresh();
                    Projections again =
                            Node.start("b", log, empty.database(), ProjectionSettings.alone(), new Counted())) {
                assertThat(again.of(Counted.class).await(log.log().head(), LONG))
                        .isTrue();
                assertThat(again.of(Counted.class).views().dump()).isEqualTo(lived);
            }
        }
    }

    private static int counts(LiveProjection<Counted.Seen> live) {
        return live.views()
                .find(TenantScope.all(), "client", "acme")
                .get(0)
                .view()
                .events();
    }

    private void discard(String eventId) {
        log.append(
                DeadLettersId.STREAM,
                new DeadLetterDiscarded("counted", eventId, stream("acme", "client", "acme"), 1, "no use"));
    }

    private static ClientAmended amended(String client) {
        return new ClientAmended(client, LocalDate.of(2026, 4, 1), "-", clientDetails("株式会社 b"));
    }

    @Test
    void viewsOfAnotherLogAreRebuiltAndNotContinued() {
        live("of-the-other-log");
        try (Projections projections = start("a", ProjectionSettings.alone())) {
            invoices(projections).await(log.log().head(), LONG);
        }
        log.close();
        log = TestLog.in(directory.resolve("another"));
        live("i1");

        try (Projections projections = start("a", ProjectionSettings.alone())) {
            assertThat(dumpAt(projections, log.log().head()))
                    .contains("acme/invoice/i1")
                    .doesNotContain("of-the-other-log");
        }
        assertThat(generation()).isEqualTo(2);
    }

    @Test
    void viewsOfALogThatLostItsTailAreRebuilt() throws Exception {
        live("i1");
        log.close();
        copy(directory.resolve("log"), directory.resolve("backup"));
        log = TestLog.in(directory.resolve("log"));
        live("i2");
        try (Projections projections = start("a", ProjectionSettings.alone())) {
            invoices(projections).await(log.log().head(), LONG);
        }
        log.close();
        log = TestLog.in(directory.resolve("backup"));
        live("i3");
        live("i4");

        try (Projections projections = start("a", ProjectionSettings.alone())) {
            assertThat(dumpAt(projections, log.log().head()))
                    .contains("acme/invoice/i3")
                    .doesNotContain("acme/invoice/i2");
        }
    }

    @Test
    void aTokenAheadOfTheLogMeansARebuildEvenWhenItPassedOnlyEventsOfOthers() {
        live("i1");
        try (Projections projections = start("a", ProjectionSettings.alone())) {
            invoices(projections).await(log.log().head(), LONG);
        }
        TokenStore tokens = Node.tokens("a", mongo.database());
        tokens.fetchToken(INVOICES + "-g1", 0);
        tokens.storeToken(new GlobalSequenceTrackingToken(log.log().head() + 1), INVOICES + "-g1", 0);
        tokens.releaseClaim(INVOICES + "-g1", 0);

        try (Projections projections = start("a", ProjectionSettings.alone())) {
            live("i2");
            assertThat(dumpAt(projections, log.log().head()).lines()).hasSize(2);
        }
        assertThat(generation()).isEqualTo(2);
    }

    @Test
    @SuppressWarnings("try") // one of them ends in the middle
    void twoProcessesShareTheSegmentsAndEachKnowsHowFarBothGot() {
        ProjectionSettings shared = new ProjectionSettings(4, 2, true);
        try (Projections one = Node.start("one", log, mongo.database(), shared, new InvoiceProjection())) {
            try (Projections two = Node.start("two", log, mongo.database(), shared, new InvoiceProjection())) {
                for (int i = 0; i < 40; i++) {
                    live("i" + i);
                }
                log.append(stream("acme", "client", "acme"), client("acme"));
                long head = log.log().head();

                assertThat(invoices(two).await(head, LONG)).isTrue();
                assertThat(invoices(one).await(head, LONG)).isTrue();
                assertThat(invoices(one).views().dump().lines()).hasSize(40);

                one.close();
                for (int i = 40; i < 80; i++) {
                    live("i" + i);
                }
                assertThat(invoices(two).await(log.log().head(), Duration.ofMillis(500)))
                        .as("nobody feeds the other two segments")
                        .isFalse();
            }
        }
    }

    /** Everything that can happen to an invoice, in several commits. */
    private void live(String id) {
        String stream = stream("acme", "invoice", id);
        log.append(
                stream,
                submitted("acme", id, 900),
                reviewed("acme", id, 1, Outcome.DISCREPANT, 1),
                found("acme", id, 1));
        log.append(stream, corrected("acme", id, 2, 1_000), reviewed("acme", id, 2, Outcome.APPROVED, 0));
        log.append(stream, approved("acme", id, 2));
        log.append(stream, issued("acme", id, 1_100));
        log.append(stream, payment("acme", id, "r1-" + id, 100, 1_000));
        log.append(stream, payment("acme", id, "r2-" + id, 1_000, 0), paid("acme", id));
    }

    private Projections start(String node, ProjectionSettings settings) {
        return Node.start(node, log, mongo.database(), settings, new InvoiceProjection(), new ClientProjection());
    }

    private static LiveProjection<InvoiceView> invoices(Projections projections) {
        return projections.of(InvoiceProjection.class);
    }

    private static InvoiceView view(Projections projections, String id) {
        return invoices(projections)
                .views()
                .find(TenantScope.of("acme"), "invoice", id)
                .get(0)
                .view();
    }

    private static String dumpAt(Projections projections, long position) {
        assertThat(invoices(projections).await(position, LONG)).isTrue();
        return invoices(projections).views().dump();
    }

    private int generation() {
        return mongo.database()
                .getCollection(Generations.COLLECTION)
                .find(Filters.eq("_id", INVOICES))
                .first()
                .getInteger("generation");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
