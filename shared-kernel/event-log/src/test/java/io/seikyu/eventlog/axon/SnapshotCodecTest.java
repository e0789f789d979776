package io.seikyu.eventlog.axon;

import static io.seikyu.eventlog.axon.Sample.noted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seikyu.contract.catalogue.PersonalFields;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.MemorySubjectKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotCodecTest {
    private static final String STREAM = "acme/person/a";

    @TempDir
    Path directory;

    private final MemorySubjectKeys keys = new MemorySubjectKeys();
    private EventLog log;

    @BeforeEach
    void open() {
        log = RocksEventLog.open(directory, Clock.systemUTC());
        store(1).publish(noted(STREAM, 0), noted(STREAM, 1), noted(STREAM, 2));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anAggregateComesBackFromItsStateAndTheEventsBehindIt() {
        store(1).storeSnapshot(snapshot("山田", 1));

        List<? extends DomainEventMessage<?>> read =
                store(1).readEvents(STREAM).asStream().toList();

        assertThat(read).extracting(DomainEventMessage::getSequenceNumber).containsExactly(1L, 2L);
        assertThat(((Person) read.get(0).getPayload()).name).isEqualTo("山田");
        assertThat(read.get(0).getPayloadType()).isEqualTo(Person.class);
    }

    @Test
    void personalDataInASnapshotIsSealedAndErasedWithItsKey() {
        store(1).storeSnapshot(snapshot("山田", 1));

        NewEvent stored = log.snapshot(STREAM).orElseThrow();
        assertThat(new String(stored.payload(), StandardCharsets.UTF_8)).doesNotContain("山田");
        keys.erase(STREAM);
        assertThat(((Person) store(1).readEvents(STREAM).next().getPayload()).name)
                .isEqualTo("[erased]");
    }

    @Test
    void aSnapshotOfAnotherRevisionIsPassedOver() {
        store(1).storeSnapshot(snapshot("山田", 1));

        for (int revision : List.of(0, 2)) {
            assertThat(store(revision).readEvents(STREAM).asStream().map(DomainEventMessage::getSequenceNumber))
                    .containsExactly(0L, 1L, 2L);
        }
    }

    @Test
    void aSnapshotThatCannotBeReadIsPassedOver() {
        log.storeSnapshot(new NewEvent(
                "id", STREAM, 1, "person.state", 1, Instant.EPOCH, "broken".getBytes(StandardCharsets.UTF_8), null));

        assertThat(store(1).readEvents(STREAM).asStream()).hasSize(3);
    }

    @Test
    void anOlderSnapshotDoesNotReplaceANewerOne() {
        store(1).storeSnapshot(snapshot("new", 2));
        store(1).storeSnapshot(snapshot("old", 1));

        assertThat(((Person) store(1).readEvents(STREAM).next().getPayload()).name)
                .isEqualTo("new");
    }

    @Test
    void anAggregateWithoutASnapshotTypeHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SnapshotCodec.none().encode(new Person("x")))
                .withMessageContaining("has no snapshot type");
    }

    private LogEventStore store(int revision) {
        SnapshotType<Person, State> type = new SnapshotType<>(
                "person.state",
                revision,
                Person.class,
                State.class,
                person -> new State(person.name),
                state -> new Person(state.name()),
                new PersonalFields<>(state -> Map.of("name", STREAM)));
        return LogEventStore.over(new LogEventStorageEngine(
                log, new EventCodec(Sample.TYPES, keys), new SnapshotCodec(List.of(type), keys)));
    }

    private static DomainEventMessage<Person> snapshot(String name, long sequence) {
        return new GenericDomainEventMessage<>("person", STREAM, sequence, new Person(name));
    }

    private record State(String name) {}

    private static final class Person {
        private final String name;

        Person(String name) {
            this.name = name;
        }
    }
}
