package io.seikyu.projection;

import static io.seikyu.query.Samples.issued;
import static io.seikyu.query.Samples.payment;
import static io.seikyu.query.Samples.stream;
import static io.seikyu.query.Samples.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.eventlog.mongo.TestMongo;
import io.seikyu.projection.ParkedSequences.Parked;
import io.seikyu.query.TestLog;
import io.seikyu.query.invoice.InvoiceProjection;
import io.seikyu.query.invoice.InvoiceView;
import io.seikyu.query.invoice.InvoiceView.Status;
import io.seikyu.web.access.TenantScope;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectorTest {
    private static final String ONE = stream("acme", "invoice", "i1");
    private static final String TWO = stream("acme", "invoice", "i2");

    private final TestMongo mongo = TestMongo.fresh();
    private TestLog log;
    private ParkedSequences parked;

    @BeforeEach
    void open(@TempDir Path directory) {
        log = TestLog.in(directory.resolve("log"));
        parked = new ParkedSequences(
                mongo.database().getCollection(ParkedSequences.COLLECTION), "invoice", Clock.systemUTC());
    }

    @AfterEach
    void close() {
        log.close();
        mongo.close();
    }

    @Test
    void aBatchThatIsDeliveredTwiceWholeOrInPartLeavesTheSameViews() throws InterruptedException {
        log.append(ONE, submitted("acme", "i1", 1_000), issued("acme", "i1", 1_100));
        log.append(TWO, submitted("acme", "i2", 2_000));
        log.append(ONE, payment("acme", "i1", "r1", 100, 1_000));
        ViewCollection<InvoiceView> views = views(new InvoiceProjection());
        Projector<InvoiceView> projector = projector(views);
        List<Sighting> all = sightings(0);

        projector.apply(all);
        String once = views.dump();
        projector.apply(all);
        projector.apply(all.subList(1, 3));

        assertThat(views.dump()).isEqualTo(once);
        assertThat(view(views, "i1").payments()).hasSize(1);
        assertThat(view(views, "i1").balance()).isEqualByComparingTo("1000");
        assertThat(parked.all()).isEmpty();
    }

    @Test
    void aViewThatEndsIsRemovedHoweverOftenItsEventsComeAgain() throws InterruptedException {
        log.append(ONE, submitted("acme", "i1", 1_000), issued("acme", "i1", 1_100));
        log.append(TWO, submitted("acme", "i2", 2_000));
        log.append(ONE, payment("acme", "i1", "r1", 100, 1_000));
        ViewCollection<Unpaid.Waiting> views =
                new ViewCollection<>(mongo.database().getCollection("unpaid"), new Unpaid());
        Projector<Unpaid.Waiting> projector = new Projector<>(new Unpaid(), views, parked, new Discards(log.log()));
        List<Sighting> all = sightings(0);

        all.forEach(sighting -> projector.apply(List.of(sighting)));
        projector.apply(all);
        projector.apply(all);
        projector.apply(all.subList(1, all.size()));

        assertThat(views.list(TenantScope.all(), List.of(), null, 10))
                .extracting(ViewCollection.Found::stream)
                .containsExactly(TWO);
        assertThat(parked.all()).isEmpty();
    }

    /** Invoices nothing was paid of. */
    private static final class Unpaid implements Projection<Unpaid.Waiting> {
        record Waiting(boolean issued) {}

        @Override
        public String name() {
            return "unpaid";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public String streamType() {
            return "invoice";
        }

        @Override
        public Class<Waiting> view() {
            return Waiting.class;
        }

        @Override
        public Folds<Waiting> folds() {
            return new Folds<Waiting>()
                    .startingWith(InvoiceSubmitted.class, (event, at) -> new Waiting(false))
                    .on(InvoiceIssued.class, (view, event, at) -> new Waiting(true))
                    .endingWith(PaymentReceived.class);
        }

        @Override
        public Map<String, Object> search(Waiting view) {
            return Map.of();
        }
    }

    @Test
    void batchesOfAnySizeLeaveTheSameViews() throws InterruptedException {
        log.append(ONE, submitted("acme", "i1", 1_000), issued("acme", "i1", 1_100));
        log.append(TWO, submitted("acme", "i2", 2_000));
        log.append(ONE, payment("acme", "i1", "r1", 100, 1_000));
        ViewCollection<InvoiceView> atOnce = views(new InvoiceProjection());
        ViewCollection<InvoiceView> eachByItself =
                new ViewCollection<>(mongo.database().getCollection("other"), new InvoiceProjection());

        projector(atOnce).apply(sightings(0));
        sightings(0).forEach(sighting -> projector(eachByItself).apply(List.of(sighting)));

        assertThat(eachByItself.dump()).isEqualTo(atOnce.dump());
    }

    @Test
    void anEventThatCannotBeReadParksItsSequenceAndNoOther() throws InterruptedException {
        log.append(ONE, submitted("acme", "i1", 1_000));
        long poison = log.appendBroken(ONE, "invoice.issued").firstPosition();
        log.append(TWO, submitted("acme", "i2", 2_000));
        long behind = log.append(ONE, payment("acme", "i1", "r1", 100, 1_000)).firstPosition();
        log.append(TWO, issued("acme", "i2", 2_200));
        ViewCollection<InvoiceView> views = views(new InvoiceProjection());

        projector(views).apply(sightings(0));
        projector(views).apply(sightings(0));

        assertThat(view(views, "i1").status()).isEqualTo(Status.SUBMITTED);
        assertThat(view(views, "i2").status()).isEqualTo(Status.ISSUED);
        assertThat(parked.all())
                .extracting(Parked::sequence, Parked::from, Parked::last)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ONE, poison, behind));
    }

    @Test
    void whatComesLaterWaitsBehindAParkedEvent() throws InterruptedException {
        log.append(ONE, submitted("acme", "i1", 1_000));
        log.appendBroken(ONE, "invoice.of-a-later-version");
        ViewCollection<InvoiceView> views = views(new InvoiceProjection());
        projector(views).apply(sightings(0));
        long later = log.append(ONE, issued("acme", "i1", 1_100)).firstPosition();

        projector(views).apply(sightings(later));

        assertThat(view(views, "i1").status()).isEqualTo(Status.SUBMITTED);
        assertThat(parked.all()).extracting(Parked::last).containsExactly(later);
    }

    @Test
    void anEventThatDoesNotFitItsViewIsParkedToo() throws InterruptedException {
        log.append(ONE, issued("acme", "i1", 1_100));
        ViewCollection<InvoiceView> views = views(new InvoiceProjection());

        projector(views).apply(sightings(0));

        assertThat(views.dump()).isEmpty();
        assertThat(parked.all()).extracting(Parked::sequence).containsExactly(ONE);
    }

    @Test
    void aViewThatCannotBeWrittenParksItsSequenceAndNoOther() throws InterruptedException {
        long first = log.append(ONE, submitted("acme", "i1", 1_000)).firstPosition();
        log.append(TWO, submitted("acme", "i2", 2_000));
        long last = log.append(ONE, issued("acme", "i1", 1_100)).lastPosition();
        ViewCollection<InvoiceView> views = views(new Unwritable("i1"));

        projector(views).apply(sightings(0));

        assertThat(views.find(TenantScope.all(), "invoice", "i1")).isEmpty();
        assertThat(view(views, "i2").status()).isEqualTo(Status.SUBMITTED);
        assertThat(parked.all())
                .extracting(Parked::sequence, Parked::from, Parked::last)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ONE, first, last));
    }

    @Test
    void whoLostASegmentCannotOverwriteWhatItsNewOwnerWrote() throws InterruptedException {
        log.append(ONE, submitted("acme", "i1", 1_000));
        ViewCollection<InvoiceView> views = views(new InvoiceProjection());
        projector(views).apply(sightings(0));
        log.append(ONE, issued("acme", "i1", 1_100));
        Slot<InvoiceView> stale = views.load(java.util.Set.of(ONE)).get(ONE);
        projector(views).apply(sightings(1));
        Sighting issued = sightings(1).get(0);
        stale.apply(new InvoiceProjection().folds(), issued.event(), issued);
        log.append(ONE, payment("acme", "i1", "r1", 100, 1_000));
        projector(views).apply(sightings(2));

        assertThatThrownBy(() -> views.write(List.of(stale))).isInstanceOf(StaleViewException.class);
        assertThat(view(views, "i1").payments()).hasSize(1);
    }

    @Test
    void whoReadADocumentBeforeItWasMadeAgainCannotWriteItBack() throws InterruptedException {
        log.append(ONE, submitted("acme", "i1", 1_000), issued("acme", "i1", 1_100));
        ViewCollection<InvoiceView> views = views(new InvoiceProjection());
        projector(views).apply(sightings(0));
        String before = views.dump();
        log.append(ONE, payment("acme", "i1", "r1", 100, 1_000));
        Slot<InvoiceView> stale = views.load(java.util.Set.of(ONE)).get(ONE);
        Sighting payment = sightings(2).get(0);
        stale.apply(new InvoiceProjection().folds(), payment.event(), payment);

        projector(views)
                .makeAgain(
                        views.load(java.util.Set.of(ONE)).get(ONE).again(1),
                        sightings(0).stream()
                                .filter(seen -> seen.position() < 2)
                                .toList());
        assertThat(views.dump()).isEqualTo(before);
        assertThatThrownBy(() -> views.write(List.of(stale))).isInstanceOf(StaleViewException.class);
        projector(views).apply(sightings(2));
        assertThat(view(views, "i1").payments()).hasSize(1);
    }

    @Test
    void whoBeginsADocumentThatIsThereAlreadyIsStaleToo() throws InterruptedException {
        log.append(ONE, submitted("acme", "i1", 1_000), issued("acme", "i1", 1_100));
        ViewCollection<InvoiceView> views = views(new InvoiceProjection());
        Slot<InvoiceView> stale = Slot.absent(ONE);
        stale.apply(
                new InvoiceProjection().folds(),
                sightings(0).get(0).event(),
                sightings(0).get(0));
        projector(views).apply(sightings(0));

        assertThatThrownBy(() -> views.write(List.of(stale))).isInstanceOf(StaleViewException.class);
        assertThat(view(views, "i1").status()).isEqualTo(Status.ISSUED);
    }

    private ViewCollection<InvoiceView> views(Projection<InvoiceView> projection) {
        ViewCollection<InvoiceView> views =
                new ViewCollection<>(mongo.database().getCollection("view_invoice"), projection);
        views.createIndexes(List.of());
        return views;
    }

    private Projector<InvoiceView> projector(ViewCollection<InvoiceView> views) {
        return new Projector<>(new InvoiceProjection(), views, parked, new Discards(log.log()));
    }

    private List<Sighting> sightings(long position) throws InterruptedException {
        return log.messages(position).stream().<Sighting>map(Sighting::of).toList();
    }

    private static InvoiceView view(ViewCollection<InvoiceView> views, String id) {
        return views.find(TenantScope.of("acme"), "invoice", id).get(0).view();
    }

    /** One of its documents holds what no document can hold. */
    private static final class Unwritable implements Projection<InvoiceView> {
        private final InvoiceProjection projection = new InvoiceProjection();
        private final String id;

        Unwritable(String id) {
            this.id = id;
        }

        @Override
        public String name() {
            return projection.name();
        }

        @Override
        public int revision() {
            return projection.revision();
        }

        @Override
        public String streamType() {
            return projection.streamType();
        }

        @Override
        public Class<InvoiceView> view() {
            return projection.view();
        }

        @Override
        public Folds<InvoiceView> folds() {
            return projection.folds();
        }

        @Override
        public Map<String, Object> search(InvoiceView view) {
            Map<String, Object> fields = new HashMap<>(projection.search(view));
            if (view.invoiceId().equals(id)) {
                fields.put("unwritable", new Object());
            }
            return fields;
        }
    }
}
