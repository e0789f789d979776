package io.seikyu.command.reminder;

import io.seikyu.command.message.Outbox;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.template.Words;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.DunningEvent.ReminderPlanned;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReminderId;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.DeliveryOutcome;
import io.seikyu.contract.message.MessageEvent.MessageQueued;
import io.seikyu.contract.message.Purpose;
import io.seikyu.contract.message.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reminders of the repository, within the running unit of work. */
public final class StoredReminders implements Reminders {
    private final CachingRepository<Reminder, ReminderState> reminders;
    private final Agreements agreements;
    private final ReminderTasks tasks;
    private final Outbox outbox;
    private final RemindedInvoices invoices;
    private final ReminderTexts texts;

    StoredReminders(
            CachingRepository<Reminder, ReminderState> reminders,
            Agreements agreements,
            ReminderTasks tasks,
            Outbox outbox,
            RemindedInvoices invoices,
            ReminderTexts texts) {
        this.reminders = reminders;
        this.agreements = agreements;
        this.tasks = tasks;
        this.outbox = outbox;
        this.invoices = invoices;
        this.texts = texts;
    }

    @Override
    public Optional<ReminderState> find(ReminderId id) {
        return reminders.find(id.toString()).map(Reminder::state);
    }

    @Override
    public boolean isLeaving(ReminderState reminder) {
        return reminder.status() == ReminderStatus.IN_DOUBT
                || reminder.status() == ReminderStatus.QUEUED && invoices.areClaimedBy(reminder);
    }

    @Override
    public ReminderState plan(ReminderPlanned plan) {
        try {
            ReminderState made =
                    reminders.newInstance(() -> Reminder.planned(plan)).invoke(Reminder::state);
            agreements.ask(made, plan.reasons());
            return made;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void make(ReminderId id, LocalDate today, LocalDate newDate) {
        reminders.load(id.toString()).execute(reminder -> {
            ReminderState state = reminder.state();
            Words words = texts.write(state, today, newDate);
            Optional<Channel> by = channel(state.channel());
            Optional<String> address = texts.address(state, today);
            if (by.isPresent() && address.isEmpty()) {
                reminder.failed(DeliveryOutcome.FAILED);
                tasks.fixContact(state, "there is no address");
                return;
            }
            String message = by.isPresent() ? state.message().value() : null;
            reminder.queued(message, words.subject(), words.body(), words.templates(), newDate);
            by.ifPresent(channel -> outbox.queue(queued(state, channel, address.orElseThrow())));
            tasks.begin(state);
        });
    }

    private static MessageQueued queued(ReminderState state, Channel channel, String address) {
        List<Reference> about = new ArrayList<>();
        about.add(new Reference("reminder", state.reminderId()));
        state.items().forEach(item -> about.add(new Reference("invoice", item.invoiceId())));
        return new MessageQueued(
                state.clientId(),
                state.message().value(),
                state.accountId(),
                Purpose.REMINDER,
                channel,
                List.copyOf(about),
                List.of(address),
                1);
    }

    private static Optional<Channel> channel(ContactChannel by) {
        return switch (by) {
            case MAIL -> Optional.of(Channel.MAIL);
            case LETTER, CERTIFIED_LETTER -> Optional.of(Channel.LETTER);
            case PHONE, LEGAL -> Optional.empty();
        };
    }

    @Override
    public void withdraw(ReminderId id, List<DunningReason> reasons) {
        reminders.load(id.toString()).execute(reminder -> withdraw(reminder, reasons));
    }

    @Override
    public void lookBack(InvoiceId invoice) {
        for (Hindsight wrong : invoices.paidBeforeReminded(invoice)) {
            ReminderId id = new ReminderId(invoice.tenant(), wrong.reminderId());
            reminders.load(id.toString()).execute(reminder -> {
                if (reminder.wrong(invoice.value(), wrong.receiptId(), wrong.bookedOn())) {
                    tasks.apologise(reminder.state());
                }
            });
        }
    }

    void withdraw(Reminder reminder, List<DunningReason> reasons) {
        if (reminder.state().status().hasEnded()) {
            return;
        }
        reminder.withdraw(reasons);
        agreements.withdraw(reminder.state(), "the reminder does not fit any more");
        tasks.end(reminder.state(), "the reminder does not fit any more");
        invoices.release(reminder.state());
    }
}
