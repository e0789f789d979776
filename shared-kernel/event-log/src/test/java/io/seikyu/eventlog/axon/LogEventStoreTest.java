package io.seikyu.eventlog.axon;

import static io.seikyu.eventlog.axon.Sample.noted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.axon.Sample.Named;
import io.seikyu.eventlog.axon.Sample.Noted;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.MemorySubjectKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogEventStoreTest {
    private static final String A = "acme/sample/a";
    private static final String B = "acme/sample/b";

    @TempDir
    Path directory;

    private final MemorySubjectKeys keys = new MemorySubjectKeys();
    private EventLog log;
    private LogEventStore store;

    @BeforeEach
    void open() {
        log = RocksEventLog.open(directory, Clock.systemUTC());
        store = LogEventStore.over(log, new EventCodec(Sample.TYPES, keys));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void allThatAUnitOfWorkPublishesIsOneCommit() {
        UnitOfWork<?> unit = inUnit(() -> {
            store.publish(noted(A, 0));
            store.publish(noted(B, 0), noted(A, 1));
            store.publish(GenericEventMessage.asEventMessage(new Noted("of no stream")));
        });

        assertThat(log.read(0, 100)).singleElement().satisfies(commit -> {
            assertThat(commit.commit().tenant()).isEqualTo("acme");
            assertThat(streams(commit)).containsExactly(A, B, A, null);
            assertThat(CommitScope.stored(unit))
                    .map(StoredCommit::firstPosition)
                    .contains(0L);
        });
    }

    @Test
    void whatNestedUnitsPublishAndClaimBelongsToTheCommitOfTheRoot() {
        UnitOfWork<?> root = inUnit(() -> {
            store.publish(noted(A, 0));
            inUnit(() -> {
                store.publish(noted(B, 0));
                CommitScope.claim("nested");
            });
            assertThat(log.head()).isEqualTo(-1);
            CommitScope.claim("outer");
        });

        assertThat(log.read(0, 100)).singleElement().satisfies(commit -> {
            assertThat(streams(commit)).containsExactly(A, B);
            assertThat(commit.commit().claims()).containsExactlyInAnyOrder("nested", "outer");
        });
        assertThat(CommitScope.stored(root)).isPresent();
    }

    @Test
    void whatANestedUnitPublishedAndClaimedIsForgottenWhenItIsRolledBack() {
        inUnit(() -> {
            store.publish(noted(A, 0));
            DefaultUnitOfWork<?> nested = DefaultUnitOfWork.startAndGet(null);
            store.publish(noted(B, 0));
            CommitScope.claim("nested");
            nested.rollback();
        });

        assertThat(log.read(0, 100)).singleElement().satisfies(commit -> {
            assertThat(streams(commit)).containsExactly(A);
            assertThat(commit.commit().claims()).isEmpty();
        });
    }

    @Test
    void whatSubscribersPublishJoinsTheCommitAndTheirFailurePreventsIt() {
        List<String> seen = new ArrayList<>();
        store.subscribe(events -> {
            for (EventMessage<?> event : events) {
                String text = ((Noted) event.getPayload()).text();
                seen.add(text);
                if (text.endsWith(" 0")) {
                    store.publish(noted(A, 1));
                } else if (text.endsWith(" 7")) {
                    throw new IllegalStateException("no");
                }
            }
        });

        inUnit(() -> store.publish(noted(A, 0)));
        assertThat(log.read(0, 100))
                .singleElement()
                .satisfies(commit -> assertThat(streams(commit)).containsExactly(A, A));
        assertThat(seen).containsExactly(A + " 0", A + " 1");

        assertThatIllegalStateException().isThrownBy(() -> inUnit(() -> store.publish(noted(A, 7))));
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void aUnitThatIsRolledBackStoresNothing() {
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        store.publish(noted(A, 0));
        unit.rollback();

        assertThat(log.head()).isEqualTo(-1);
    }

    @Test
    void aTakenClaimRefusesTheWholeCommitAndIsTold() {
        inUnit(() -> {
            CommitScope.claim("invoice number 7");
            store.publish(noted(A, 0));
        });

        assertThatExceptionOfType(KeyClaimedException.class)
                .isThrownBy(() -> inUnit(() -> {
                    CommitScope.claim("invoice number 7");
                    store.publish(noted(B, 0));
                }))
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(KeyClaimedException.Kind.CLAIM);
                    assertThat(e.key()).endsWith("invoice number 7");
                });
        assertThat(log.head()).isZero();
    }

    @Test
    void aClaimWithoutAnEventIsAMistake() {
        assertThatIllegalStateException()
                .isThrownBy(() -> inUnit(() -> CommitScope.claim("key")))
                .withMessageContaining("[key]");
    }

    @Test
    void aClaimOfWhatIsStoredIsForgottenWhereNothingIs() {
        inUnit(() -> CommitScope.claimIfStored("key"));
        inUnit(() -> inUnit(() -> CommitScope.claimIfStored("key")));
        assertThat(log.head()).isEqualTo(-1);

        inUnit(() -> {
            CommitScope.claimIfStored("key");
            store.publish(noted(A, 0));
        });
        assertThat(log.holderOf("key")).hasValue(0);
        assertThatExceptionOfType(KeyClaimedException.class)
                .isThrownBy(() -> inUnit(() -> {
                    CommitScope.claimIfStored("key");
                    store.publish(noted(B, 0));
                }));
    }

    @Test
    void clashesOfStreamsAreToldAsAxonTellsThem() {
        store.publish(noted(A, 0), noted(A, 1));

        assertThatExceptionOfType(AggregateStreamCreationException.class).isThrownBy(() -> store.publish(noted(A, 0)));
        assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(() -> store.publish(noted(A, 1)));
        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> store.publish(noted(B, 0), noted(B, 0)));
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void anEventIdIsStoredOnce() {
        DomainEventMessage<Noted> event = noted(A, 0);
        store.publish(event);

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> store.publish(withId(event.getIdentifier(), B, 0)));
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> store.publish(withId(event.getIdentifier(), A, 1)));
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> store.publish(
                        new GenericEventMessage<>(event.getIdentifier(), new Noted(""), Map.of(), Instant.EPOCH)));
        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> store.publish(withId("same", A, 1), withId("same", B, 0)));
    }

    @Test
    void oneUnitOfWorkDoesNotSpanTenants() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inUnit(() -> store.publish(noted(A, 0), noted("other/sample/a", 0))));
        assertThatIllegalArgumentException().isThrownBy(() -> store.publish(noted("no-tenant", 0)));
        assertThat(log.head()).isEqualTo(-1);
    }

    @Test
    void anEventOfNoStreamBelongsToTheTenantThatItsMetadataNames() {
        store.publish(new GenericEventMessage<>(new Noted("x"), Map.of("tenant", "acme")));
        store.publish(new GenericEventMessage<>(new Noted("x"), Map.of()));

        assertThat(log.read(0, 2))
                .extracting(commit -> commit.commit().tenant())
                .containsExactly("acme", "agency");
    }

    @Test
    void metadataComesBackAndHoldsStringsOnly() throws Exception {
        store.publish(noted(A, 0).withMetaData(Map.of("actor", "key-1", "reason", "\"ü\"")));

        assertThat(store.readEvents(A).next().getMetaData()).isEqualTo(Map.of("actor", "key-1", "reason", "\"ü\""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.publish(noted(A, 1).withMetaData(Map.of("count", 1L))))
                .withMessage("metadata 'count' must be a string");
    }

    @Test
    void aLongStreamIsReadInOrderFromAnyNumberOn() {
        store.publish(IntStream.range(0, 700).mapToObj(i -> noted(A, i)).toList());

        assertThat(store.readEvents(A, 300).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(
                        IntStream.range(300, 700).mapToObj(Long::valueOf).toList());
        assertThat(store.lastSequenceNumberFor(A)).contains(699L);
        assertThat(store.lastSequenceNumberFor(B)).isEmpty();
    }

    @Test
    void aNewNameInItsStreamStopsAnAggregateAndPassesByAHandlerOfOtherEvents() throws Exception {
        store.publish(noted(A, 0));
        append(new NewEvent("id", A, 1, "sample.from-the-future", 1, Instant.EPOCH, bytes("{}"), bytes("{}")));

        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> store.readEvents(A).asStream().toList())
                .withMessage("position 1 of acme/sample/a: the event 'sample.from-the-future' is not in the catalogue")
                .satisfies(e -> assertThat(e.position()).isEqualTo(1));
        try (var stream = store.openStream(new GlobalSequenceTrackingToken(0))) {
            TrackedEventMessage<?> message = stream.nextAvailable();
            assertThat(message.getPayloadType()).isEqualTo(UnreadableEvent.class);
            assertThatExceptionOfType(UnreadableEventException.class).isThrownBy(message::getPayload);
        }
    }

    @Test
    void aPayloadStaysBytesUntilItIsAskedFor() throws Exception {
        append(new NewEvent("id", A, 0, "sample.noted", 1, Instant.EPOCH, bytes("broken"), bytes("{}")));

        try (var stream = store.openStream(null)) {
            TrackedEventMessage<?> message = stream.nextAvailable();
            assertThat(message.getPayloadType()).isEqualTo(Noted.class);
            assertThat(((EventMessage<?>) message.andMetaData(Map.of("a", "b"))).getMetaData())
                    .containsEntry("a", "b");
            assertThatExceptionOfType(UnreadableEventException.class)
                    .isThrownBy(message::getPayload)
                    .withMessage("position 0 of acme/sample/a: sample.noted revision 1 cannot be read");
        }
    }

    @Test
    void personalDataIsSealedInTheLogAndErasedEverywhereWithItsKey() {
        store.publish(new GenericDomainEventMessage<>("sample", A, 0, new Named(A, "山田")));

        assertThat(new String(log.read(0, 1).get(0).body(), StandardCharsets.UTF_8))
                .doesNotContain("山田");
        assertThat(store.readEvents(A).next().getPayload()).isEqualTo(new Named(A, "山田"));
        keys.erase(A);
        assertThat(store.readEvents(A).next().getPayload()).isEqualTo(new Named(A, "[erased]"));
    }

    private void append(NewEvent event) {
        log.append(new NewCommit(UUID.randomUUID(), "acme", List.of(event), Set.of()));
    }

    private static UnitOfWork<?> inUnit(Runnable work) {
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.execute(work);
        return unit;
    }

    private static DomainEventMessage<Noted> withId(String id, String stream, long sequence) {
        return new GenericDomainEventMessage<>("sample", stream, sequence, new Noted(""), Map.of(), id, Instant.EPOCH);
    }

    private static List<String> streams(StoredCommit commit) {
        List<String> streams = new ArrayList<>();
        commit.commit().events().forEach(event -> streams.add(event.stream()));
        return streams;
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
