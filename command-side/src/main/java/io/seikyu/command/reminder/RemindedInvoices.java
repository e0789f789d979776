package io.seikyu.command.reminder;

import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.id.InvoiceId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.axonframework.modelling.command.Aggregate;

/** The invoices of a reminder, which say themselves that it may leave. They are locked in the order of their ids. */
final class RemindedInvoices {
    private final CachingRepository<Invoice, InvoiceState> invoices;

    RemindedInvoices(CachingRepository<Invoice, InvoiceState> invoices) {
        this.invoices = invoices;
    }

    /** Whether any of them waits to hear what became of the reminder. */
    boolean areClaimedBy(ReminderState reminder) {
        return reminder.items().stream()
                .flatMap(
                        item -> invoices.find(new InvoiceId(reminder.clientId(), item.invoiceId()).toString()).stream())
                .anyMatch(invoice -> reminder.reminderId()
                        .equals(invoice.state().after().reminding().claimedBy()));
    }

    /** Whether all of them say yes; while the command runs that stays so. */
    boolean fit(ReminderState reminder) {
        boolean fit = true;
        for (ReminderItem item : inOrder(reminder)) {
            fit &= fits(reminder, item);
        }
        return fit;
    }

    boolean fits(ReminderState reminder, ReminderItem item) {
        return load(reminder, item).invoke(invoice -> invoice.fits(reminder.reminderId(), item, reminder.channel()));
    }

    void confirm(ReminderState reminder) {
        inOrder(reminder).forEach(item -> confirm(reminder, item));
    }

    void confirm(ReminderState reminder, ReminderItem item) {
        load(reminder, item)
                .execute(invoice -> invoice.confirmReminder(reminder.reminderId(), item, reminder.channel()));
    }

    void confirmThoseThatFit(ReminderState reminder) {
        inOrder(reminder).stream().filter(item -> fits(reminder, item)).forEach(item -> confirm(reminder, item));
    }

    /** Those of which something is open. */
    void each(ReminderState reminder, BiConsumer<Invoice, ReminderItem> told) {
        for (ReminderItem item : inOrder(reminder)) {
            load(reminder, item).execute(invoice -> {
                if (invoice.state().balance().signum() > 0) {
                    told.accept(invoice, item);
                }
            });
        }
    }

    void reminded(ReminderState reminder, LocalDate on) {
        for (ReminderItem item : inOrder(reminder)) {
            load(reminder, item)
                    .execute(invoice ->
                            invoice.reminded(reminder.reminderId(), item, reminder.channel(), on, reminder.newDate()));
        }
    }

    void release(ReminderState reminder) {
        for (ReminderItem item : inOrder(reminder)) {
            load(reminder, item).execute(invoice -> invoice.releaseReminder(reminder.reminderId()));
        }
    }

    /** Advance notices aside: they claim nothing. */
    List<Hindsight> paidBeforeReminded(InvoiceId id) {
        InvoiceState invoice = invoices.find(id.toString()).orElseThrow().state();
        return invoice.after().reminding().made().stream()
                .filter(made -> Stage.R0.isBelow(made.stage()))
                .flatMap(made -> invoice.settlement().payments().stream()
                        .filter(payment -> !payment.bookedOn().isAfter(made.on()))
                        .filter(payment -> !made.countsFor(payment.receiptId()))
                        .map(payment -> new Hindsight(made.reminderId(), payment.receiptId(), payment.bookedOn())))
                .toList();
    }

    private Aggregate<Invoice> load(ReminderState reminder, ReminderItem item) {
        return invoices.load(new InvoiceId(reminder.clientId(), item.invoiceId()).toString());
    }

    private static List<ReminderItem> inOrder(ReminderState reminder) {
        return reminder.items().stream()
                .sorted(Comparator.comparing(ReminderItem::invoiceId))
                .toList();
    }
}
