package io.seikyu.projection;

import static io.seikyu.query.Samples.issued;
import static io.seikyu.query.Samples.payment;
import static io.seikyu.query.Samples.stream;
import static io.seikyu.query.Samples.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.query.TestLog;
import io.seikyu.query.invoice.InvoiceProjection;
import io.seikyu.query.invoice.InvoiceView;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view that is filled in large steps is the one that is fed event by event. */
class FillingTest {
    private static final int INVOICES = 40;
    private static final InvoiceProjection PROJECTION = new InvoiceProjection();

    private final TestMongo mongo = TestMongo.fresh();
    private final TokenStore tokens = Node.tokens("this", mongo.database());
    private final Map<Integer, Long> published = new HashMap<>();
    private TestLog log;

    /** The lives of many invoices beside one another; three of them have an event that cannot be applied. */
    @BeforeEach
    void open(@TempDir Path directory) {
        log = TestLog.in(directory.resolve("log"));
        for (int i = 0; i < INVOICES; i++) {
            log.append(invoice(i), submitted("acme", "i" + i, 1_000));
        }
        log.append(invoice(7), submitted("acme", "i7", 1_000));
        for (int i = 0; i < INVOICES; i++) {
            log.append(invoice(i), issued("acme", "i" + i, 1_100));
        }
        log.appendBroken(invoice(9), "invoice.paid");
        log.appendBroken(invoice(INVOICES), "invoice.submitted");
        for (int i = 0; i < INVOICES; i++) {
            log.append(invoice(INVOICES - 1 - i), payment("acme", "i" + (INVOICES - 1 - i), "r", 100, 1_000));
        }
    }

    @AfterEach
    void close() {
        log.close();
        mongo.close();
    }

    private static String invoice(int number) {
        return stream("acme", "invoice", "i" + number);
    }

    @Test
    void whateverTheStepsAndHoweverLittleStaysInMemory() throws InterruptedException {
        Side fed = new Side("fed");
        fed.projector().apply(sightings(0));
        assertThat(fed.views.dump().lines()).hasSize(INVOICES);
        assertThat(fed.parked.all()).hasSize(3);

        for (int held : List.of(1, 5, 1_000)) {
            for (int step : List.of(1, 7, 1_000)) {
                Side side = new Side("filled-" + held + "-" + step);
                Filling<InvoiceView> filling = side.filling(held);
                inSteps(filling, sightings(0), step);
                filling.finish();
                side.isLike(fed);
                assertThat(filling.over()).isCompleted();
                assertThat(filling.position()).isEqualTo(log.log().head());
            }
        }
    }

    @Test
    void whatItDidNotFinishGoesOnWhereItsTokensSay() throws InterruptedException {
        Side fed = new Side("fed");
        fed.projector().apply(sightings(0));
        Side side = new Side("side");
        List<Sighting> all = sightings(0);
        inSteps(side.filling(3), all.subList(0, 70), 10);
        assertThat(side.views.isEmpty()).isFalse();
        // that one died; what it wrote is there, and none of its tokens
        side.forgetClaims();

        Filling<InvoiceView> second = side.filling(1_000);
        assertThat(second.position()).isEqualTo(-1);
        inSteps(second, all.subList(0, 90), 20);
        second.finish();
        assertThat(second.position()).isEqualTo(all.get(89).position());
        assertThat(published).containsOnly(Map.entry(0, second.position()), Map.entry(1, second.position()));

        Filling<InvoiceView> third = side.filling(1_000);
        assertThat(third.from().position()).hasValue(second.position());
        inSteps(third, sightings(second.position() + 1), 1_000);
        third.finish();
        side.isLike(fed);
    }

    /** Nobody else writes these documents meanwhile. When somebody does all the same, nothing is claimed to be stored. */
    @Test
    void whatSomebodyElseWroteIsNotOverwritten() throws InterruptedException {
        Side side = new Side("side");
        Filling<InvoiceView> filling = side.filling(1_000);
        List<Sighting> all = sightings(0);
        filling.apply(all.subList(0, 10), all.get(9).token());
        side.projector().apply(all);
        String written = side.views.dump();

        filling.finish();
        assertThat(filling.position()).isEqualTo(-1);
        assertThat(side.views.dump()).isEqualTo(written);
    }

    @Test
    void itBeginsOnlyWithAllSegments() {
        Side side = new Side("side");
        Filling<InvoiceView> filling = side.filling(1_000);
        assertThat(claim(Node.tokens("other", mongo.database()), "side")).isEmpty();
        filling.finish();
        assertThat(claim(Node.tokens("other", mongo.database()), "side")).isPresent();
    }

    private static void inSteps(Filling<InvoiceView> filling, List<Sighting> all, int step) {
        for (int from = 0; from < all.size(); from += step) {
            List<Sighting> some = all.subList(from, Math.min(from + step, all.size()));
            filling.apply(some, some.get(some.size() - 1).token());
        }
        assertThat(filling.isEnding()).isFalse();
    }

    private List<Sighting> sightings(long position) throws InterruptedException {
        return log.messages(position).stream().<Sighting>map(Sighting::of).toList();
    }

    private Optional<ClaimedSegments> claim(TokenStore tokens, String processor) {
        return ClaimedSegments.claim(
                tokens,
                processor,
                new ProjectionSettings(2, 2, false),
                log.events().createTailToken(),
                published::put);
    }

    /** A build without its processor. */
    private final class Side {
        private final String name;
        private final ViewCollection<InvoiceView> views;
        private final ParkedSequences parked;

        Side(String name) {
            this.name = name;
            views = new ViewCollection<>(mongo.database().getCollection("view_" + name), PROJECTION);
            views.createIndexes(PROJECTION.indexes());
            parked = new ParkedSequences(
                    mongo.database().getCollection(ParkedSequences.COLLECTION), name, Clock.systemUTC());
        }

        Projector<InvoiceView> projector() {
            return new Projector<>(PROJECTION, views, parked, new Discards(log.log()));
        }

        Filling<InvoiceView> filling(int held) {
            return new Filling<>(
                    PROJECTION, views, parked, projector(), claim(tokens, name).orElseThrow(), new Held(held));
        }

        void forgetClaims() {
            mongo.database()
                    .getCollection("trackingtokens")
                    .updateMany(Filters.eq("processorName", name), Updates.set("owner", null));
        }

        void isLike(Side other) {
            assertThat(views.dump()).as(name).isEqualTo(other.views.dump());
            assertThat(parked.all())
                    .as(name)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("parkedAt")
                    .isEqualTo(other.parked.all());
        }
    }
}
