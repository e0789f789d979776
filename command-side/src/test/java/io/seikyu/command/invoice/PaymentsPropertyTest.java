package io.seikyu.command.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.LedgersInMemory;
import io.seikyu.command.Samples;
import io.seikyu.command.TasksInMemory;
import io.seikyu.command.account.Ledgers;
import io.seikyu.contract.Event;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceApproved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Whatever comes in, in whatever pieces: what was billed is what is open and what was paid. */
class PaymentsPropertyTest {
    static final Ledgers LEDGERS = new LedgersInMemory(Samples.accounts());
    private static final String STREAM = "acme/invoice/i1";

    @Property(tries = 200)
    void billedIsWhatIsOpenAndWhatWasPaid(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 30_000) Integer> payments) {
        EventSourcingRepository<Invoice> invoices = anIssuedInvoice();
        BigDecimal billed = Samples.document().total();
        BigDecimal paid = BigDecimal.ZERO;

        for (Integer payment : payments) {
            BigDecimal amount = BigDecimal.valueOf(payment);
            BigDecimal taken =
                    in(invoices, invoice -> invoice.receive(Booking.of(paid("r"), amount), AgreedFee.NONE, LEDGERS));
            InvoiceState state = in(invoices, Invoice::state);

            assertThat(taken).isBetween(BigDecimal.ZERO, amount);
            paid = paid.add(taken);
            assertThat(state.balance().add(paid)).isEqualByComparingTo(billed);
            assertThat(state.balance().signum()).isNotNegative();
            assertThat(state.status() == InvoiceStatus.PAID)
                    .isEqualTo(state.balance().signum() == 0);
        }
        BigDecimal offered = payments.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(paid).isEqualByComparingTo(offered.min(billed));
    }

    static EventSourcingRepository<Invoice> anIssuedInvoice() {
        EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        List<Event> history = List.of(
                new InvoiceSubmitted("acme", "i1", Samples.document(), 0, false, false),
                new InvoiceApproved("acme", "i1", 1, false, null),
                new InvoiceIssued(
                        "acme",
                        "i1",
                        Samples.TODAY,
                        Samples.document().dueDate(),
                        Samples.document().total()));
        for (int i = 0; i < history.size(); i++) {
            store.publish(new GenericDomainEventMessage<>("Invoice", STREAM, i, history.get(i)));
        }
        return EventSourcingRepository.builder(Invoice.class)
                .eventStore(store)
                .parameterResolverFactory(MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(Invoice.class),
                        new SimpleResourceParameterResolverFactory(List.of(
                                Samples.desk(false),
                                new NumbersInMemory(),
                                new LedgersInMemory(Samples.accounts()),
                                new TasksInMemory()))))
                .build();
    }

    static Payment paid(String receipt) {
        return new Payment(receipt, Samples.TODAY, Method.TRANSFER);
    }

    static <R> R in(EventSourcingRepository<Invoice> invoices, Function<Invoice, R> task) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        R result = invoices.load(STREAM).invoke(task);
        unit.commit();
        return result;
    }
}
