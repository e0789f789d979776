package io.seikyu.benchmarks;

import io.seikyu.contract.catalogue.PersonalFields;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.LogEventStorageEngine;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.eventlog.axon.SnapshotCodec;
import io.seikyu.eventlog.axon.SnapshotType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.SecretKey;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Axon's event store over either engine of ours, with the codecs that the applications use. */
final class LogStores {
    private LogStores() {}

    static EventStore over(EventLog log) {
        SubjectKeys keys = new NoSubjectKeys();
        SnapshotCodec snapshots = new SnapshotCodec(List.of(invoiceSnapshot()), keys);
        return LogEventStore.over(new LogEventStorageEngine(log, new EventCodec(keys), snapshots));
    }

    /** The state of an aggregate, as large as its last event. */
    private static SnapshotType<InvoiceSubmitted, InvoiceSubmitted> invoiceSnapshot() {
        return new SnapshotType<>(
                "invoice.state",
                1,
                InvoiceSubmitted.class,
                InvoiceSubmitted.class,
                Function.identity(),
                Function.identity(),
                PersonalFields.none());
    }

    /** Nothing that is measured is personal. */
    private static final class NoSubjectKeys implements SubjectKeys {
        @Override
        public Optional<SecretKey> find(String subject) {
            return Optional.empty();
        }

        @Override
        public SecretKey findOrCreate(String subject) {
            throw new IllegalStateException("the benchmark writes nothing personal");
        }

        @Override
        public void erase(String subject) {
            throw new IllegalStateException("the benchmark writes nothing personal");
        }
    }
}
