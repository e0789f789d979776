package io.seikyu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.access.ApiKeysState;
import io.seikyu.command.account.AccountState;
import io.seikyu.command.invoice.ClaimedInvoiceNumbers;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.Event;
import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.access.AccessEvent.ApiKeyIssued;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.account.AccountEvent.AccountAmended;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.InvoiceEntered;
import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceApproved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.LogEventStorageEngine;
import io.seikyu.eventlog.axon.LogEventStore;
import io.seikyu.eventlog.axon.SnapshotCodec;
import io.seikyu.eventlog.axon.SnapshotType;
import io.seikyu.eventlog.rocksdb.RocksEventLog;
import io.seikyu.eventlog.subjectkeys.FileSubjectKeys;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long streams leave snapshots behind, which tell the same as their events and nothing in the clear. */
class SnapshotsTest {
    private static final int LONG = 250;
    private static final int EVERY = 100;

    @TempDir
    Path data;

    private EventLog log;
    private FileSubjectKeys keys;
    private LogEventStore events;

    @BeforeEach
    void aLog() {
        log = RocksEventLog.open(data.resolve("log"), Clock.systemUTC());
        keys = new FileSubjectKeys(data.resolve("keys"));
        SnapshotCodec snapshots =
                new SnapshotCodec(List.of(Snapshots.ACCOUNT, Snapshots.INVOICE, Snapshots.API_KEYS), keys);
        events = LogEventStore.over(new LogEventStorageEngine(log, new EventCodec(keys), snapshots));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aLongInvoiceIsReadFromItsSnapshot() {
        store("Invoice", "acme/invoice/i1", invoiceEvents());

        InvoiceState replayed = state(Snapshots.INVOICE, "acme/invoice/i1");
        assertThat(snapshot("acme/invoice/i1").sequence()).isEqualTo(LONG - 1);
        assertThat(state(Snapshots.INVOICE, "acme/invoice/i1")).isEqualTo(replayed);
        assertThat(replayed.balance()).isEqualByComparingTo("60543");
    }

    @Test
    void whatHappenedSinceTheSnapshotCounts() {
        store("Invoice", "acme/invoice/i1", invoiceEvents());
        state(Snapshots.INVOICE, "acme/invoice/i1");
        PaymentReceived late = new PaymentReceived(
                "acme", "i1", "late", Samples.TODAY, new BigDecimal("543"), new BigDecimal("60000"));
        events.publish(new GenericDomainEventMessage<>("Invoice", "acme/invoice/i1", LONG, late));

        assertThat(state(Snapshots.INVOICE, "acme/invoice/i1").balance()).isEqualByComparingTo("60000");
    }

    @Test
    void aLongAccountIsReadFromItsSnapshotWhichIsSealed() {
        store("CustomerAccount", "acme/account/a1", accountEvents());

        AccountState replayed = state(Snapshots.ACCOUNT, "acme/account/a1");
        NewEvent snapshot = snapshot("acme/account/a1");
        assertThat(new String(snapshot.payload(), StandardCharsets.UTF_8))
                .doesNotContain("Sato")
                .doesNotContain("momiji");
        assertThat(state(Snapshots.ACCOUNT, "acme/account/a1")).isEqualTo(replayed);
        assertThat(replayed.history().versions()).hasSize(LONG - 1);
        assertThat(replayed.ledger().find("i1")).contains(entry());
    }

    @Test
    void anErasedPayerStaysErasedWhateverTheSnapshotHeld() {
        store("CustomerAccount", "acme/account/a1", accountEvents());
        state(Snapshots.ACCOUNT, "acme/account/a1");
        keys.erase("acme/account/a1");

        AccountState after = state(Snapshots.ACCOUNT, "acme/account/a1");

        assertThat(after.history().versions()).hasSize(LONG - 1);
        assertThat(after.ledger().find("i1")).contains(entry());
        assertThat(after.history().latest().value().contactPerson()).isEqualTo("[erased]");
    }

    @Test
    void aLongRingOfKeysIsReadFromItsSnapshot() {
        List<Event> issued = new ArrayList<>();
        for (int i = 0; i < LONG; i++) {
            issued.add(new ApiKeyIssued("k" + i, "hash" + i, List.of(Role.AUDITOR), null, List.of(), null));
        }
        store("ApiKeys", AccessEvent.STREAM, issued);

        ApiKeysState replayed = state(Snapshots.API_KEYS, AccessEvent.STREAM);
        assertThat(snapshot(AccessEvent.STREAM).sequence()).isEqualTo(LONG - 1);
        assertThat(state(Snapshots.API_KEYS, AccessEvent.STREAM)).isEqualTo(replayed);
        assertThat(replayed.keys()).hasSize(LONG);
    }

    @Test
    void aShortStreamLeavesNone() {
        store("Invoice", "acme/invoice/i1", invoiceEvents().subList(0, EVERY));
        state(Snapshots.INVOICE, "acme/invoice/i1");

        assertThat(log.snapshot("acme/invoice/i1")).isEmpty();
    }

    @Test
    void aStateInMemoryIsBroughtUpToDate() {
        store("Invoice", "acme/invoice/i1", invoiceEvents().subList(0, 3));
        CachingRepository<Invoice, InvoiceState> invoices = repository(Snapshots.INVOICE);
        InvoiceState before = invoices.find("acme/invoice/i1").orElseThrow().state();
        List<Event> more = invoiceEvents().subList(3, 5);
        for (int i = 0; i < more.size(); i++) {
            events.publish(new GenericDomainEventMessage<>("Invoice", "acme/invoice/i1", 3 + i, more.get(i)));
        }

        assertThat(before.balance()).isEqualByComparingTo("60790");
        assertThat(invoices.find("acme/invoice/i1").orElseThrow().state().balance())
                .isEqualByComparingTo("60788");
        assertThat(invoices.find("acme/invoice/nobody")).isEmpty();
    }

    private static List<Event> invoiceEvents() {
        BigDecimal open = Samples.document().total();
        List<Event> all = new ArrayList<>();
        all.add(new InvoiceSubmitted("acme", "i1", Samples.document(), 0, false, false));
        all.add(new InvoiceApproved("acme", "i1", 1, false, null));
        all.add(new InvoiceIssued(
                "acme", "i1", Samples.TODAY, Samples.document().dueDate(), open));
        while (all.size() < LONG) {
            open = open.subtract(BigDecimal.ONE);
            all.add(new PaymentReceived("acme", "i1", "r" + all.size(), Samples.TODAY, BigDecimal.ONE, open));
        }
        return all;
    }

    private static List<Event> accountEvents() {
        List<Event> all = new ArrayList<>();
        all.add(new AccountOpened("acme", "a1", Samples.account()));
        all.add(new InvoiceEntered("acme", "a1", entry()));
        while (all.size() < LONG) {
            all.add(new AccountAmended("acme", "a1", Samples.TODAY.plusDays(all.size()), "reason", Samples.account()));
        }
        return all;
    }

    private static EnteredInvoice entry() {
        return Samples.desk(false)
                .facts(new InvoiceId("acme", "i1"), Samples.document(), false, Samples.TODAY)
                .entry(true);
    }

    private void store(String type, String stream, List<Event> all) {
        List<GenericDomainEventMessage<Event>> messages = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            messages.add(new GenericDomainEventMessage<>(type, stream, i, all.get(i)));
        }
        events.publish(messages);
    }

    /** As a process reads it that has just started. */
    private <T, S> S state(SnapshotType<T, S> type, String stream) {
        Optional<T> found = repository(type).find(stream);
        return type.toState().apply(found.orElseThrow());
    }

    private NewEvent snapshot(String stream) {
        return log.snapshot(stream).orElseThrow();
    }

    private <T, S> CachingRepository<T, S> repository(SnapshotType<T, S> type) {
        EventSourcingRepository.Builder<T> builder = EventSourcingRepository.builder(type.aggregate());
        builder.parameterResolverFactory(MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(type.aggregate()),
                new SimpleResourceParameterResolverFactory(List.of(
                        Samples.clients(false),
                        Samples.desk(false),
                        new LedgersInMemory(Samples.accounts()),
                        new TasksInMemory(),
                        new ClaimedInvoiceNumbers(log)))));
        return new CachingRepository<>(events, log, type, builder, EVERY, 100);
    }
}
